using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace BoardClient;

/// <summary>
/// As much of SignalR's JSON protocol as live updates need: records of JSON that end with 0x1E, first a handshake, then calls and what the server says.
/// </summary>
public sealed class LiveConnection : IAsyncDisposable
{
    private const char End = '\u001e';
    private const int Invocation = 1;
    private const int Completion = 3;
    private const int Ping = 6;
    private const int Close = 7;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _read = new();
    private readonly byte[] _bytes = new byte[4096];
    private readonly char[] _characters = new char[4096];

    /// <summary>The updates of a topic: all since a position, and then each as it comes. It ends by an exception; come back with the last position.</summary>
    /// <param name="platform">The platform's address.</param>
    /// <param name="topic">What to follow, for example <c>entries</c>.</param>
    /// <param name="after">The last position you saw.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="WebSocketException">The connection was lost.</exception>
    /// <exception cref="GraphQLException">You may not follow it, or the position is too far back.</exception>
    public static async IAsyncEnumerable<LiveUpdate> FollowAsync(
        Uri platform, string topic, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = new LiveConnection();
        await connection._socket.ConnectAsync(
            new UriBuilder(platform) { Scheme = platform.Scheme == "https" ? "wss" : "ws", Path = "/live" }.Uri, cancellation);
        await connection.SendAsync("""{"protocol":"json","version":1}""", cancellation);
        await connection.ReadAsync(cancellation);
        await connection.SendAsync(
            JsonSerializer.Serialize(new { type = Invocation, invocationId = "1", target = "Follow", arguments = new object[] { topic, after } }), cancellation);

        using var pings = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pinging = connection.PingAsync(pings.Token);
        try
        {
            while (true)
            {
                var record = await connection.ReadAsync(cancellation);
                if (Update(record) is { } update)
                    yield return update;
            }
        }
        finally
        {
            await pings.CancelAsync();
            await pinging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private static LiveUpdate? Update(JsonElement record)
    {
        switch (record.GetProperty("type").GetInt32())
        {
            case Invocation when record.GetProperty("target").GetString() == "changed":
                return record.GetProperty("arguments")[0].Deserialize<LiveUpdate>(Json);
            case Invocation:
                // "refused" and "interrupted": why it ends.
                var end = record.GetProperty("arguments")[0];
                throw new GraphQLException(end.GetProperty("message").GetString()!, end.GetProperty("code").GetString());
            case Completion when record.TryGetProperty("error", out var error):
                throw new GraphQLException(error.GetString()!, null);
            case Close:
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            default:
                return null;
        }
    }

    private async Task PingAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(PingEvery);
        while (await timer.WaitForNextTickAsync(cancellation))
            await SendAsync(JsonSerializer.Serialize(new { type = Ping }), cancellation);
    }

    private async Task SendAsync(string record, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(record + End), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<JsonElement> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (_read.ToString().IndexOf(End) is >= 0 and var end)
            {
                var record = _read.ToString(0, end);
                _read.Remove(0, end + 1);
                return JsonElement.Parse(record);
            }

            var received = await _socket.ReceiveAsync(_bytes.AsMemory(), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            _read.Append(_characters, 0, _decoder.GetChars(_bytes, 0, received.Count, _characters, 0));
        }
    }
}

/// <summary>Something changed: what, and where in the log. Fetch the thing itself to see it.</summary>
public sealed record LiveUpdate(string Topic, string Kind, string Id, long Position);
