using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Tests.Shared.Hosting;

/// <summary>
/// A client of the live updates: SignalR's JSON protocol over a socket, as little of it as a client needs. Each message is a JSON object that
/// ends with the record separator; the first two are the handshake.
/// </summary>
public sealed class LiveClient : IAsyncDisposable
{
    private const char Separator = '\u001e';
    private const int Invocation = 1;
    private const int Completion = 3;
    private const int Close = 7;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _leaving = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _calls = new();
    private readonly Channel<LiveMessage> _heard = Channel.CreateUnbounded<LiveMessage>();
    private readonly Queue<string> _records = new();
    private string _unfinished = "";
    private int _lastCall;
    private Task _work = Task.CompletedTask;

    private LiveClient()
    {
    }

    /// <summary>Connects to the platform at an address and shakes hands.</summary>
    /// <param name="platform">The address.</param>
    /// <param name="role">Whom to be; nobody in particular when null.</param>
    public static Task<LiveClient> ConnectAsync(Uri platform, string? role) =>
        ConnectAsync(platform, role is null ? [] : [("Authorization", $"Development {role}")]);

    /// <summary>Connects to the platform at an address.</summary>
    /// <param name="platform">The address.</param>
    /// <param name="headers">What the request that opens the socket says besides.</param>
    public static async Task<LiveClient> ConnectAsync(Uri platform, params (string Name, string Value)[] headers)
    {
        var client = new LiveClient();
        foreach (var (name, value) in headers)
            client._socket.Options.SetRequestHeader(name, value);
        await client._socket.ConnectAsync(new UriBuilder(platform) { Scheme = "ws", Path = "/live" }.Uri, client._leaving.Token);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        var answer = await client.ReceiveAsync();
        if (answer?["error"] is { } refused)
            throw new LiveRefusedException(refused.GetValue<string>());
        client._work = Task.WhenAll(client.ListenAsync(), client.PingAsync());
        return client;
    }

    /// <summary>Follows a topic, and gives the position after which it is followed.</summary>
    public async Task<long> FollowAsync(string? topic, long? after) => (await InvokeAsync("Follow", topic, after))!.GetValue<long>();

    /// <summary>Calls a method of the hub and waits for what it answers.</summary>
    /// <exception cref="LiveRefusedException">The call was refused.</exception>
    public async Task<JsonNode?> InvokeAsync(string method, params object?[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _lastCall)}";
        var answer = _calls[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(JsonSerializer.Serialize(new { type = Invocation, invocationId = id, target = method, arguments }));
        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>Calls a method that must be refused, and gives the code.</summary>
    public async Task<string> RefusedAsync(string method, params object?[] arguments)
    {
        try
        {
            await InvokeAsync(method, arguments);
        }
        catch (LiveRefusedException refused)
        {
            return refused.Code;
        }

        throw new InvalidOperationException($"{method} was carried out, and should have been refused.");
    }

    /// <summary>Sends one record as it is, whatever it holds.</summary>
    public async Task SendAsync(string record)
    {
        await _sending.WaitAsync(_leaving.Token);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(record + Separator), WebSocketMessageType.Text, endOfMessage: true, _leaving.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message, when it comes.</summary>
    /// <exception cref="ChannelClosedException">The connection has ended, and there is none.</exception>
    public async Task<LiveMessage> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _heard.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Ends the connection without a word, as when the network goes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _socket.Abort();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _leaving.Dispose();
    }

    private async Task ListenAsync()
    {
        Exception? end = null;
        try
        {
            while (await ReceiveAsync() is { } message && Take(message))
            {
                // Until the connection ends.
            }
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            end = failure;
        }

        _heard.Writer.TryComplete(end);
        foreach (var call in _calls.Values)
            call.TrySetException(new LiveRefusedException("The connection ended before the call was answered."));
    }

    /// <summary>False when the server says goodbye.</summary>
    private bool Take(JsonObject message)
    {
        switch (message["type"]!.GetValue<int>())
        {
            case Invocation:
                _heard.Writer.TryWrite(new LiveMessage(message["target"]!.GetValue<string>(), message["arguments"]![0]!));
                return true;
            case Completion when _calls.TryRemove(message["invocationId"]!.GetValue<string>(), out var call):
                if (message["error"] is { } error)
                    call.SetException(new LiveRefusedException(error.GetValue<string>()));
                else
                    call.SetResult(message["result"]);
                return true;
            case Close:
                return false;
            default:
                return true;
        }
    }

    /// <summary>The server ends a connection that it has not heard of for half a minute.</summary>
    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        while (await timer.WaitForNextTickAsync(_leaving.Token))
            await SendAsync("""{"type":6}""");
    }

    /// <summary>The next record; null when the server has ended the connection.</summary>
    private async Task<JsonObject?> ReceiveAsync()
    {
        var buffer = new byte[4096];
        while (_records.Count == 0)
        {
            using var text = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), _leaving.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                text.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            // A socket message may hold several records, or a part of one.
            var pieces = (_unfinished + Encoding.UTF8.GetString(text.ToArray())).Split(Separator);
            foreach (var record in pieces[..^1])
                _records.Enqueue(record);
            _unfinished = pieces[^1];
        }

        return JsonNode.Parse(_records.Dequeue())!.AsObject();
    }
}

/// <summary>What the server sent: which message, and what it says.</summary>
public sealed record LiveMessage(string Name, JsonNode Content)
{
    /// <summary>A change, as <c>kind/id</c>.</summary>
    public string Subject => $"{Content["kind"]!.GetValue<string>()}/{Content["id"]!.GetValue<string>()}";

    public long Position => Content["position"]!.GetValue<long>();
}
