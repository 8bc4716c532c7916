using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Server;

public sealed class GraphQL_over_WebSocket
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Listen = """{"id":"1","type":"subscribe","payload":{"query":"subscription { bookAdded { title } }"}}""";

    [Fact]
    public async Task a_subscription_sends_each_event_and_completes()
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, Init, """{"id":"a","type":"subscribe","payload":{"query":"subscription { count(to: 2) }"}}""");

        (await ReceiveAsync(socket)).ShouldBe("""{"type":"connection_ack"}""");
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"a","type":"next","payload":{"data":{"count":1}}}""");
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"a","type":"next","payload":{"data":{"count":2}}}""");
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"a","type":"complete"}""");
    }

    [Fact]
    public async Task queries_and_mutations_go_over_the_socket_too()
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, Init, """{"id":"q","type":"subscribe","payload":{"query":"mutation { clear { int } }"}}""");

        await ReceiveAsync(socket);
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"q","type":"next","payload":{"data":{"clear":{"int":3}}}}""");
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"q","type":"complete"}""");
    }

    [Fact]
    public async Task an_operation_that_is_not_valid_ends_with_an_error_and_the_socket_lives_on()
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, Init, """{"id":"1","type":"subscribe","payload":{"query":"{ unknown }"}}""");
        await ReceiveAsync(socket);
        var error = JsonNode.Parse(await ReceiveAsync(socket))!;
        await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""");

        error["type"]!.GetValue<string>().ShouldBe("error");
        error["payload"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("FIELDS_ON_CORRECT_TYPE");
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"hello":"Hello reader"}}}""");
    }

    [Fact]
    public async Task the_client_completes_a_subscription_and_its_source_is_closed()
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, Init, Listen);
        await ReceiveAsync(socket);
        host.Shelf.Added.Writer.TryWrite(host.Shelf.Books[0]);
        (await ReceiveAsync(socket)).ShouldContain("The Dispossessed");

        await SendAsync(socket, """{"id":"1","type":"complete"}""");

        await host.Shelf.EventsClosed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task a_ping_is_answered_with_a_pong()
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, """{"type":"ping"}""");

        (await ReceiveAsync(socket)).ShouldBe("""{"type":"pong"}""");
    }

    [Fact]
    public async Task the_server_pings_a_quiet_client()
    {
        await using var host = await LibraryHost.StartAsync(
            builder => builder.ModifyOptions(options => options.KeepAliveInterval = TimeSpan.FromMilliseconds(20)));
        using var socket = await ConnectAsync(host);

        (await ReceiveAsync(socket)).ShouldBe("""{"type":"ping"}""");
    }

    [Theory]
    [InlineData(4401, """{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData(4429, Init, Init)]
    [InlineData(4409, Init, Listen, Listen)]
    [InlineData(4400, "not json")]
    [InlineData(4400, "[]")]
    [InlineData(4400, """{"type":"unknown"}""")]
    [InlineData(4400, Init, """{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData(4400, Init, """{"id":"1","type":"subscribe"}""")]
    [InlineData(4400, Init, """{"id":"1","type":"subscribe","payload":{"query":5}}""")]
    public async Task a_client_that_breaks_the_protocol_is_told_why_by_the_close_code(int code, params string[] messages)
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, messages);

        (await CloseCodeAsync(socket)).ShouldBe(code);
    }

    [Fact]
    public async Task more_operations_than_a_socket_may_have_open_close_it()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.MaxOperationsPerSocket = 1));
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, Init, Listen, Listen.Replace("\"1\"", "\"2\"", StringComparison.Ordinal));

        (await CloseCodeAsync(socket)).ShouldBe(4400);
    }

    [Fact]
    public async Task a_message_larger_than_a_request_may_be_closes_the_socket()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.MaxRequestBytes = 1000));
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, new string(' ', 2000));

        (await CloseCodeAsync(socket)).ShouldBe(4400);
    }

    [Fact]
    public async Task the_application_may_refuse_a_connection()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.Services.AddSingleton<ISocketSessionInterceptor, Doorkeeper>());
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, Init);

        (await CloseCodeAsync(socket)).ShouldBe(4403);
        socket.CloseStatusDescription.ShouldBe("Say the word.");
    }

    [Fact]
    public async Task the_application_may_say_who_is_connected()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.Services.AddSingleton<ISocketSessionInterceptor, Doorkeeper>());
        using var socket = await ConnectAsync(host);

        await SendAsync(
            socket, """{"type":"connection_init","payload":{"word":"friend"}}""", """{"id":"1","type":"subscribe","payload":{"query":"{ secret }"}}""");

        (await ReceiveAsync(socket)).ShouldBe("""{"type":"connection_ack"}""");
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"secret":"for members"}}}""");
    }

    [Fact]
    public async Task an_application_that_fails_at_a_connection_tells_the_client_nothing()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.Services.AddSingleton<ISocketSessionInterceptor, Doorkeeper>());
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, """{"type":"connection_init","payload":[]}""");

        (await CloseCodeAsync(socket)).ShouldBe(1011);
        socket.CloseStatusDescription.ShouldBe("Internal error");
    }

    [Fact]
    public async Task an_operation_that_costs_too_much_ends_with_an_error()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyCostOptions(options => options.MaxFieldCost = 5));
        using var socket = await ConnectAsync(host);

        await SendAsync(socket, Init, """{"id":"1","type":"subscribe","payload":{"query":"{ bookById(id: \"1\") { title } }"}}""");
        await ReceiveAsync(socket);

        (await ReceiveAsync(socket)).ShouldContain(ErrorCodes.CostLimit);
    }

    [Fact]
    public async Task a_client_that_never_introduces_itself_is_closed()
    {
        await using var host = await LibraryHost.StartAsync(
            builder => builder.ModifyOptions(options => options.ConnectionInitTimeout = TimeSpan.FromMilliseconds(20)));
        using var socket = await ConnectAsync(host);

        (await CloseCodeAsync(socket)).ShouldBe(4408);
    }

    [Fact]
    public async Task another_subprotocol_is_not_acceptable()
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(host.SocketAddress, CancellationToken.None);

        (await CloseCodeAsync(socket)).ShouldBe(4406);
    }

    [Fact]
    public async Task a_server_that_stops_says_so_and_closes_its_sources()
    {
        await using var host = await LibraryHost.StartAsync();
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, Init, Listen);
        await ReceiveAsync(socket);
        host.Shelf.Added.Writer.TryWrite(host.Shelf.Books[0]);
        await ReceiveAsync(socket);

        var stopping = host.StopAsync();

        (await CloseCodeAsync(socket)).ShouldBe(1001);
        await stopping;
        await host.Shelf.EventsClosed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class Doorkeeper : ISocketSessionInterceptor
    {
        public ValueTask<ConnectionStatus> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
        {
            if (payload.ValueKind == JsonValueKind.Undefined)
                return ValueTask.FromResult(ConnectionStatus.Reject("Say the word."));
            if (payload.GetProperty("word").GetString() == "friend")
                context.User = new ClaimsPrincipal(new ClaimsIdentity([], "test"));
            return ValueTask.FromResult(ConnectionStatus.Accept());
        }
    }

    private static async Task<ClientWebSocket> ConnectAsync(LibraryHost host)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(host.SocketAddress, CancellationToken.None);
        return socket;
    }

    private static async Task SendAsync(ClientWebSocket socket, params string[] messages)
    {
        foreach (var message in messages)
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[8192];
        var part = await socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, part.Count);
    }

    private static async Task<int> CloseCodeAsync(ClientWebSocket socket)
    {
        // A socket that is never closed is pinged for ever.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (socket.CloseStatus is null && !patience.IsCancellationRequested)
            await ReceiveAsync(socket);
        return (int)(socket.CloseStatus ?? 0);
    }
}
