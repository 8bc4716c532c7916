using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Tests.Shared;

/// <summary>A mail server that keeps what it is sent: enough of SMTP for a client to believe in it.</summary>
public sealed partial class SmtpSink : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<SunkMail> _mails = new();
    private readonly Task _work;
    private volatile bool _refuses;

    public SmtpSink()
    {
        _listener.Start();
        _work = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether it has no time for anybody just now.</summary>
    public bool Refuses
    {
        get => _refuses;
        set => _refuses = value;
    }

    /// <summary>Mailboxes that there are not.</summary>
    public Func<string, bool> IsUnknown { get; set; } = _ => false;

    /// <summary>How many messages it has refused.</summary>
    public int Refused { get; private set; }

    public IReadOnlyCollection<SunkMail> Mails => _mails;

    /// <summary>The next message, when it comes.</summary>
    public async Task<SunkMail> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (_mails.TryDequeue(out var mail))
                return mail;
            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var to = "";
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync(IsUnknown(to) ? "550 no such mailbox" : "250 yes");
                    break;
                case "MAIL" when Refuses:
                    Refused++;
                    await writer.WriteLineAsync("451 not now");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await TakeAsync(reader, to);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 yes");
                    break;
            }
        }
    }

    private async Task TakeAsync(StreamReader reader, string to)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        var (head, body) = Read(lines);
        var parts = Boundary().Match(head.GetValueOrDefault("Content-Type", "")) is { Success: true } boundary ? Parts(body, $"--{boundary.Groups[1].Value}") : [(head, body)];
        _mails.Enqueue(new SunkMail(to, head["Subject"], Find("text/plain") ?? "") { Html = Find("text/html"), Headers = head });

        string? Find(string type) => parts.Where(part => part.Head.GetValueOrDefault("Content-Type", "text/plain").StartsWith(type, StringComparison.OrdinalIgnoreCase))
            .Select(part => Decode(part.Head.GetValueOrDefault("Content-Transfer-Encoding"), part.Body)).FirstOrDefault();
    }

    private static (Dictionary<string, string> Head, string Body) Read(List<string> lines)
    {
        var head = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        foreach (var line in lines.TakeWhile(line => line.Length > 0))
        {
            if (line[0] is ' ' or '\t')
                head[last] += line.TrimEnd();
            else
                head[last = line.Split(':')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        return (head, string.Join('\n', lines.SkipWhile(line => line.Length > 0).Skip(1)));
    }

    private static List<(Dictionary<string, string> Head, string Body)> Parts(string body, string boundary) =>
        [.. body.Split($"{boundary}\n").Skip(1).Select(part => Read([.. part.Split($"\n{boundary}--")[0].Split('\n')]))];

    private static string Decode(string? encoding, string body) => encoding switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
        "quoted-printable" => Quoted().Replace(body.Replace("=\n", "", StringComparison.Ordinal), match => Encoding.UTF8.GetString(Convert.FromHexString(match.Value.Replace("=", "", StringComparison.Ordinal)))),
        _ => body,
    };

    [GeneratedRegex("(?:=[0-9A-F]{2})+")]
    private static partial Regex Quoted();

    [GeneratedRegex("boundary=\"?([^\";]+)")]
    private static partial Regex Boundary();
}

/// <summary>A message as it was sent.</summary>
public sealed record SunkMail(string To, string Subject, string Text)
{
    /// <summary>The same as a page; null where there is none.</summary>
    public string? Html { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
