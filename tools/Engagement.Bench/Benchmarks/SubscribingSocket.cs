using System.Net.WebSockets;

namespace Engagement.Bench.Benchmarks;

/// <summary>One client that waits for events.</summary>
internal sealed class SubscribingSocket : IDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly byte[] _buffer = new byte[512];
    private readonly SemaphoreSlim _received = new(0);

    private SubscribingSocket(ClientWebSocket socket) => _socket = socket;

    /// <summary>A bare socket, on which events come at once.</summary>
    public static async Task<SubscribingSocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, cancellationToken);
        var subscribing = new SubscribingSocket(socket);
        _ = subscribing.ReceiveAsync();
        return subscribing;
    }

    /// <summary>A subscription by graphql-transport-ws.</summary>
    public static async Task<SubscribingSocket> SubscribeAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(address, cancellationToken);
        var subscribing = new SubscribingSocket(socket);
        await SendAsync("""{"type":"connection_init"}"""u8.ToArray());
        await socket.ReceiveAsync(subscribing._buffer.AsMemory(), cancellationToken);
        await SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { ticked }"}}"""u8.ToArray());
        _ = subscribing.ReceiveAsync();
        return subscribing;

        Task SendAsync(byte[] message) => socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    /// <summary>Completes with the next event that has not been waited for.</summary>
    public Task NextAsync() => _received.WaitAsync();

    /// <summary>What has come so far does not count.</summary>
    public void Forget()
    {
        while (_received.Wait(0))
        {
            // One less.
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _received.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while ((await _socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None)).MessageType == WebSocketMessageType.Text)
                _received.Release();
        }
        catch (Exception ended) when (ended is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The benchmark is over, or the event that it waits for will not come and it says so.
        }
    }
}
