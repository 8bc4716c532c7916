using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Engagement.Bench.Measuring;

/// <summary>As much of a mail server as a client needs to believe in it: it counts what it is sent and keeps the ids.</summary>
internal sealed class BareMailServer : IAsyncDisposable
{
    private const string MessageId = "Message-ID:";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<string> _ids = [];
    private readonly Task _work;
    private int _count;

    public BareMailServer()
    {
        _listener.Start();
        _work = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Count => Volatile.Read(ref _count);

    /// <summary>How many messages there were, each once.</summary>
    public int Different
    {
        get
        {
            lock (_ids)
                return _ids.Count;
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
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 bare");
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                await TakeAsync(reader);
            }

            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 yes");
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
        {
            if (!line.StartsWith(MessageId, StringComparison.OrdinalIgnoreCase))
                continue;
            lock (_ids)
                _ids.Add(line);
        }

        Interlocked.Increment(ref _count);
    }
}
