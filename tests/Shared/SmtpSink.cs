using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Tests.Shared;

/// <summary>A mail server that keeps what it is sent: enough of SMTP for a client to believe in it.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<SunkMail> _mails = new();
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly Task _work;
    private volatile bool _refuses;

    public SmtpSink()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _work = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Whether it has no time for anybody just now.</summary>
    public bool Refuses
    {
        get => _refuses;
        set => _refuses = value;
    }

    /// <summary>What it answers to a mailbox that it does not take; null for one that it takes.</summary>
    public Func<string, string?>? AnswerTo { get; set; }

    /// <summary>What it waits for, once it has a message, before it says so; null where that is nothing.</summary>
    public Func<Task>? BeforeItAnswers { get; set; }

    /// <summary>How many messages it has refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How many connections were opened to it.</summary>
    public int Connections { get; private set; }

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

    /// <summary>Closes every connection, as servers do with one that has said nothing for a while.</summary>
    public void HangUp()
    {
        while (_clients.TryTake(out var client))
            client.Close();
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
            Connections++;
            _clients.Add(client);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var to = "";
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync(AnswerTo?.Invoke(to) ?? "250 yes");
                    break;
                case "MAIL" when Refuses:
                    Refused++;
                    await writer.WriteLineAsync("451 not now");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await TakeAsync(reader, to);
                    if (BeforeItAnswers is { } wait)
                        await wait().WaitAsync(_stopping.Token);
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
        using var sent = new MemoryStream();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
            sent.Write(Encoding.Latin1.GetBytes($"{(line.StartsWith('.') ? line[1..] : line)}\r\n"));
        sent.Position = 0;
        using var mail = await MimeMessage.LoadAsync(sent, _stopping.Token);
        _mails.Enqueue(new SunkMail(to, mail.Subject ?? "", mail.TextBody?.ReplaceLineEndings("\n") ?? "")
        {
            Html = mail.HtmlBody,
            Headers = mail.Headers.Concat(mail.Body!.Headers).DistinctBy(header => header.Field).ToDictionary(header => header.Field, header => header.Value, StringComparer.OrdinalIgnoreCase),
        });
    }
}

/// <summary>A message as it was sent.</summary>
public sealed record SunkMail(string To, string Subject, string Text)
{
    /// <summary>The same as a page; null where there is none.</summary>
    public string? Html { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
