using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Engagement.Bench.Benchmarks;

/// <summary>Many clients of a hub, each on a socket of its own, as little of a client as there can be: it follows and counts.</summary>
internal sealed class LiveCrowd : IAsyncDisposable
{
    private const int AtATime = 64;

    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e");

    private readonly Client[] _clients;

    private LiveCrowd(Client[] clients) => _clients = clients;

    /// <summary>Connects them and has each follow the entries.</summary>
    public static async Task<LiveCrowd> ConnectAsync(Uri server, int count, long? after, CancellationToken cancellationToken)
    {
        var clients = new Client[count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, options, async (i, token) => clients[i] = await Client.ConnectAsync(server, after, token));
        return new LiveCrowd(clients);
    }

    /// <summary>Waits until each has been told so many times in all, and gives how long after a moment each was.</summary>
    public async Task<List<TimeSpan>> ToldAsync(int times, long since, TimeSpan patience, CancellationToken cancellationToken)
    {
        var told = await Task.WhenAll(_clients.Select(client => client.ToldAsync(times))).WaitAsync(patience, cancellationToken);
        return [.. told.Select(moment => Stopwatch.GetElapsedTime(since, moment))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await Task.WhenAll(_clients.Select(client => client.Ended)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class Client : IDisposable
    {
        private static ReadOnlySpan<byte> Position => "\"position\":"u8;

        private readonly ClientWebSocket _socket = new();
        private readonly Lock _lock = new();
        private TaskCompletionSource<long>? _waiting;
        private int _awaited;
        private int _told;
        private long _lastTold;

        public Task Ended { get; private set; } = Task.CompletedTask;

        public static async Task<Client> ConnectAsync(Uri server, long? after, CancellationToken cancellationToken)
        {
            var client = new Client();
            client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/live" }.Uri, cancellationToken);
            await client.SendAsync(Handshake, cancellationToken);
            await client.SendAsync(
                Encoding.UTF8.GetBytes($"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Follow\",\"arguments\":[\"entries\",{after?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}]}}\u001e"),
                cancellationToken);
            var following = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            client.Ended = client.ReceiveAsync(following);
            await following.Task.WaitAsync(cancellationToken);
            return client;
        }

        public Task<long> ToldAsync(int times)
        {
            lock (_lock)
            {
                if (_told >= times)
                    return Task.FromResult(_lastTold);
                _awaited = times;
                _waiting = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
                return _waiting.Task;
            }
        }

        public void Dispose()
        {
            _socket.Abort();
            _socket.Dispose();
        }

        private Task SendAsync(byte[] record, CancellationToken cancellationToken) =>
            _socket.SendAsync(record, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

        private async Task ReceiveAsync(TaskCompletionSource following)
        {
            var buffer = new byte[8192];
            var kept = 0;
            try
            {
                while (true)
                {
                    var got = await _socket.ReceiveAsync(buffer.AsMemory(kept), CancellationToken.None);
                    if (got.MessageType == WebSocketMessageType.Close)
                        throw new WebSocketException($"The server ended it: {_socket.CloseStatusDescription}");
                    var text = buffer.AsSpan(0, kept + got.Count);
                    if (text.IndexOf("\"type\":3"u8) >= 0)
                        following.TrySetResult();
                    Count(text.Count(Position));

                    // A read may cut the name in two: what could be its beginning is looked at again, with the next read.
                    kept = Math.Min(text.Length, Position.Length - 1);
                    text[^kept..].CopyTo(buffer);
                }
            }
            catch (Exception ended) when (ended is WebSocketException or ObjectDisposedException or OperationCanceledException)
            {
                var refused = new BenchmarkException($"A client was not let in, or cut off: {ended.Message}");
                following.TrySetException(refused);
                lock (_lock)
                    _waiting?.TrySetException(refused);
            }
        }

        private void Count(int updates)
        {
            if (updates == 0)
                return;
            lock (_lock)
            {
                _lastTold = Stopwatch.GetTimestamp();
                _told += updates;
                if (_waiting is { } waiting && _told >= _awaited)
                {
                    _waiting = null;
                    waiting.SetResult(_lastTold);
                }
            }
        }
    }
}
