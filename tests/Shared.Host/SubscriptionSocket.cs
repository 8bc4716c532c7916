using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tests.Shared.Hosting;

/// <summary>A GraphQL client over a socket: graphql-transport-ws, one message at a time.</summary>
public sealed class SubscriptionSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ClientWebSocket _socket = new();

    private SubscriptionSocket() => _socket.Options.AddSubProtocol("graphql-transport-ws");

    /// <summary>Connects to the platform at an address and waits until it has agreed.</summary>
    /// <param name="platform">The address.</param>
    /// <param name="role">Whom to be; nobody in particular when null.</param>
    public static Task<SubscriptionSocket> ConnectAsync(Uri platform, string? role) =>
        ConnectAsync(platform, role is null ? [] : [("Authorization", $"Development {role}")]);

    /// <summary>Connects to the platform at an address.</summary>
    /// <param name="platform">The address.</param>
    /// <param name="headers">What the request that opens the socket says besides.</param>
    public static async Task<SubscriptionSocket> ConnectAsync(Uri platform, params (string Name, string Value)[] headers)
    {
        var client = new SubscriptionSocket();
        foreach (var (name, value) in headers)
            client._socket.Options.SetRequestHeader(name, value);
        await client._socket.ConnectAsync(new UriBuilder(platform) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await client.SendAsync(new { type = "connection_init" });
        var answer = await client.NextAsync();
        return answer["type"]!.GetValue<string>() == "connection_ack"
            ? client
            : throw new InvalidOperationException($"The connection was answered with {answer.ToJsonString()}.");
    }

    /// <summary>Begins an operation; what it gives comes with <see cref="NextAsync"/>.</summary>
    public Task SubscribeAsync(string id, string query, object? variables = null) => SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>The next message, when it comes, but for the server's pings.</summary>
    public async Task<JsonObject> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[4096];
        while (true)
        {
            using var text = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    throw new InvalidOperationException($"The server closed the socket: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
                text.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            var message = JsonNode.Parse(text.ToArray())!.AsObject();
            if (message["type"]!.GetValue<string>() != "ping")
                return message;
            await SendAsync(new { type = "pong" });
        }
    }

    /// <summary>Waits until the server ends the connection.</summary>
    public async Task EndAsync()
    {
        try
        {
            while (true)
                await NextAsync();
        }
        catch (Exception end) when (end is WebSocketException || (end is InvalidOperationException && _socket.State != WebSocketState.Open))
        {
            // It has ended.
        }
    }

    /// <summary>Ends the connection without a word, as when the network goes.</summary>
    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(object message) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
