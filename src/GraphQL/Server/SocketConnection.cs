using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Server;

/// <summary>One socket that speaks graphql-transport-ws: any number of operations side by side, within the server's limits.</summary>
internal sealed class SocketConnection : IDisposable
{
    private const string Protocol = "graphql-transport-ws";

    // How long a client may take to answer that the server closes the socket.
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(2);
    private readonly WebSocket _socket;
    private readonly HttpContext _context;
    private readonly RequestExecutor _executor;
    private readonly PersistedOperations _documents;
    private readonly GraphQLOptions _options;
    private readonly CancellationTokenSource _ended;
    private readonly CancellationTokenSource _receiving;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly OpenOperations _operations;
    private readonly TaskCompletionSource _initialised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SocketConnection(WebSocket socket, HttpContext context, RequestExecutor executor, PersistedOperations documents, GraphQLOptions options, CancellationToken stopping)
    {
        _socket = socket;
        _context = context;
        _executor = executor;
        _documents = documents;
        _options = options;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        _receiving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _operations = new OpenOperations(options.MaxOperationsPerSocket, _ended.Token);
    }

    /// <summary>Accepts the socket and serves it until either side ends it.</summary>
    public static async Task AcceptAsync(HttpContext context, RequestExecutor executor, PersistedOperations documents, GraphQLOptions options, CancellationToken stopping)
    {
        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            using var other = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
            await CloseAsync(other, SocketCloseCodes.SubprotocolNotAcceptable, $"Subprotocol not acceptable; use {Protocol}").ConfigureAwait(false);
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol).ConfigureAwait(false);
        using var connection = new SocketConnection(socket, context, executor, documents, options, stopping);
        await connection.RunAsync(stopping).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _ended.Dispose();
        _receiving.Dispose();
        _sending.Dispose();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        var watch = WatchInitialisationAsync();
        var keepAlive = KeepAliveAsync();
        await using var stop = stopping.UnsafeRegister(
            static connection => _ = ((SocketConnection)connection!).LeaveAsync((int)WebSocketCloseStatus.EndpointUnavailable, "The server is stopping"), this).ConfigureAwait(false);
        try
        {
            await ReceiveAsync().ConfigureAwait(false);
        }
        catch (SocketClosedException closed)
        {
            await CloseAsync(_socket, closed.Code, closed.Message).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone without saying so.
        }
        catch (Exception exception)
        {
            // What the application throws about a connection is nothing for the client.
            _executor.Unexpected(exception);
            await CloseAsync(_socket, (int)WebSocketCloseStatus.InternalServerError, "Internal error").ConfigureAwait(false);
        }
        await _ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_operations.Running.Append(watch).Append(keepAlive)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReceiveAsync()
    {
        while (await ReceiveTextAsync().ConfigureAwait(false) is { } text)
        {
            using var message = Parse(text);
            var type = message.RootElement.ValueKind == JsonValueKind.Object && message.RootElement.TryGetProperty("type", out var property)
                && property.ValueKind == JsonValueKind.String ? property.GetString() : null;
            switch (type)
            {
                case "connection_init":
                    if (!_initialised.TrySetResult())
                        throw new SocketClosedException(SocketCloseCodes.TooManyInitialisationRequests, "Too many initialisation requests");
                    await ConnectAsync(message.RootElement).ConfigureAwait(false);
                    break;
                case "ping":
                    await SendAsync(SocketMessages.Pong).ConfigureAwait(false);
                    break;
                case "pong":
                    break;
                case "subscribe":
                    Subscribe(message.RootElement);
                    break;
                case "complete":
                    await _operations.StopAsync(IdOf(message.RootElement)).ConfigureAwait(false);
                    break;
                default:
                    throw new SocketClosedException(SocketCloseCodes.BadRequest, "Invalid message type");
            }
        }
    }

    private async Task ConnectAsync(JsonElement message)
    {
        if (_context.RequestServices.GetService<ISocketSessionInterceptor>() is { } interceptor)
        {
            var payload = message.TryGetProperty("payload", out var given) ? given.Clone() : default;
            var status = await interceptor.OnConnectAsync(_context, payload, _ended.Token).ConfigureAwait(false);
            if (!status.IsAccepted)
                throw new SocketClosedException(SocketCloseCodes.Forbidden, status.Reason ?? "Forbidden");
        }
        await SendAsync(SocketMessages.ConnectionAck).ConfigureAwait(false);
    }

    private void Subscribe(JsonElement message)
    {
        if (!_initialised.Task.IsCompleted)
            throw new SocketClosedException(SocketCloseCodes.Unauthorized, "Unauthorized");
        var id = IdOf(message);
        if (!message.TryGetProperty("payload", out var payload))
            throw new SocketClosedException(SocketCloseCodes.BadRequest, "A subscribe message needs a payload");
        OperationRequest request;
        try
        {
            request = RequestReader.Read(payload.Clone());
        }
        catch (BadRequestException exception)
        {
            throw new SocketClosedException(SocketCloseCodes.BadRequest, exception.Message);
        }
        if (_operations.IsFull)
            throw new SocketClosedException(SocketCloseCodes.BadRequest, $"At most {_options.MaxOperationsPerSocket} operations may be open");
        if (!_operations.TryStart(id, operation => RunOperationAsync(operation, request)))
            throw new SocketClosedException(SocketCloseCodes.SubscriberAlreadyExists, $"Subscriber for {id} already exists");
    }

    private async Task RunOperationAsync(OpenOperations.Operation operation, OperationRequest request)
    {
        var scope = _context.RequestServices.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            try
            {
                request = await _documents.ResolveAsync(request, _context.User, operation.Token).ConfigureAwait(false);
                var results = _executor.SubscribeAsync(request, scope.ServiceProvider, _context.User, operation.Token);
                await foreach (var result in results.ConfigureAwait(false))
                {
                    if (result.HasData || result.HasNext is not null)
                    {
                        await SendAsync(SocketMessages.Next(operation.Id, result)).ConfigureAwait(false);
                        continue;
                    }
                    // An error ends the operation; no complete follows it.
                    if (operation.TryEnd())
                        await SendAsync(SocketMessages.Error(operation.Id, result.Errors)).ConfigureAwait(false);
                    return;
                }
                if (operation.TryEnd())
                    await SendAsync(SocketMessages.Complete(operation.Id)).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
            {
                // The client completed the operation or has gone.
            }
        }
    }

    private async Task WatchInitialisationAsync()
    {
        try
        {
            await _initialised.Task.WaitAsync(_options.ConnectionInitTimeout, _ended.Token).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await LeaveAsync(SocketCloseCodes.InitialisationTimeout, "Connection initialisation timeout").ConfigureAwait(false);
        }
    }

    // A receive that is cancelled aborts the socket before the client reads why, so the client is given a moment to close its side first.
    private async Task LeaveAsync(int code, string reason)
    {
        _receiving.CancelAfter(CloseGrace);
        await CloseAsync(_socket, code, reason).ConfigureAwait(false);
    }

    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(_options.KeepAliveInterval);
        while (await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
            await SendAsync(SocketMessages.Ping).ConfigureAwait(false);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await _sending.WaitAsync(_ended.Token).ConfigureAwait(false);
        try
        {
            // A send that is cancelled midway aborts the socket, and the client is not told why: it may end what it has begun.
            if (_socket.State == WebSocketState.Open)
                await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _receiving.Token).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReceiveTextAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.GetMemory(1024), _receiving.Token).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync(_socket, (int)WebSocketCloseStatus.NormalClosure, "").ConfigureAwait(false);
                return null;
            }
            if (part.MessageType == WebSocketMessageType.Binary)
                throw new SocketClosedException(SocketCloseCodes.BadRequest, "Send messages as text");
            buffer.Advance(part.Count);
            if (buffer.WrittenCount > _options.MaxRequestBytes)
                throw new SocketClosedException(SocketCloseCodes.BadRequest, $"A message may have at most {_options.MaxRequestBytes} bytes");
            if (part.EndOfMessage)
                return buffer.WrittenMemory;
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw new SocketClosedException(SocketCloseCodes.BadRequest, "Messages must be JSON");
        }
    }

    private static string IdOf(JsonElement message) =>
        message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : throw new SocketClosedException(SocketCloseCodes.BadRequest, "A message of this type needs an id");

    private static async Task CloseAsync(WebSocket socket, int code, string reason)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, Shorten(reason), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }

    // A close reason has at most 123 bytes.
    private static string Shorten(string reason) => reason.Length <= 100 ? reason : reason[..100];

    private sealed class SocketClosedException(int code, string reason) : Exception(reason)
    {
        public int Code { get; } = code;
    }
}
