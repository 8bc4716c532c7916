using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Server;
using GraphQL.Tests.Execution;
using GraphQL.TypeSystem;

namespace GraphQL.Tests.Server;

public sealed class Answers_in_parts
{
    private const string Deferred = "{ books { title ... @defer(label: \"rest\") { slowTitle } } }";
    private const string Whole = """{"data":{"hello":"Hello reader"}}""";

    [Fact]
    public async Task multipart_has_a_part_for_each_result_between_boundaries()
    {
        await using var host = await StartAsync();
        host.Shelf.Books.RemoveRange(1, 2);

        var (type, body) = await PostAsync(host, Deferred, "multipart/mixed");

        type.ShouldBe("multipart/mixed; boundary=\"-\"");
        body.ShouldBe(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n" +
            """{"data":{"books":[{"title":"The Dispossessed"}]},"pending":[{"id":"0","path":["books",0],"label":"rest"}],"hasNext":true}""" +
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n" +
            """{"incremental":[{"id":"0","data":{"slowTitle":"The Dispossessed"}}],"completed":[{"id":"0"}],"hasNext":false}""" +
            "\r\n-----\r\n");
    }

    [Fact]
    public async Task lines_of_JSON_are_a_line_for_each_result()
    {
        await using var host = await StartAsync();

        var (type, body) = await PostAsync(host, Deferred, "application/jsonl");

        type.ShouldBe("application/jsonl; charset=utf-8");
        Together(body.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Data!["books"]![2]!.ToJsonString()
            .ShouldBe("""{"title":"Steering the Craft","slowTitle":"Steering the Craft"}""");
    }

    [Fact]
    public async Task an_event_stream_has_an_event_for_each_result_and_completes()
    {
        await using var host = await StartAsync();

        var (_, body) = await PostAsync(host, Deferred, "text/event-stream");

        body.ShouldEndWith("event: complete\ndata: \n\n");
        var results = body.Split("event: next\ndata: ").Skip(1).Select(text => text.Split("\n\n")[0]).ToList();
        Together(results).Data!["books"]![0]!.ToJsonString().ShouldBe("""{"title":"The Dispossessed","slowTitle":"The Dispossessed"}""");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("*/*")]
    [InlineData(null)]
    [InlineData("multipart/mixed; deferSpec=20220824, application/json")]
    [InlineData("multipart/mixed; incrementalSpec=v9, application/json")]
    [InlineData("multipart/mixed; boundary=graphql; subscriptionSpec=1.0, application/json")]
    public async Task a_client_that_takes_no_such_parts_gets_all_in_one_result(string? accept)
    {
        await using var host = await StartAsync();
        host.Shelf.Books.RemoveRange(1, 2);

        var (_, body) = await PostAsync(host, Deferred, accept);

        body.ShouldBe("""{"data":{"books":[{"title":"The Dispossessed","slowTitle":"The Dispossessed"}]}}""");
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", "text/event-stream", "application/graphql-response+json")]
    [InlineData("application/json, multipart/mixed", "multipart/mixed", "application/json")]
    [InlineData("multipart/mixed; incrementalSpec=v0.2, application/graphql-response+json, application/json;q=0.9", "multipart/mixed", "application/graphql-response+json")]
    [InlineData("multipart/mixed; incrementalDeliverySpec=3283f8a, */*", "multipart/mixed", "application/json")]
    [InlineData("application/jsonl, application/json;q=0.5", "application/jsonl", "application/jsonl")]
    public async Task a_client_that_takes_both_gets_parts_only_where_there_are_some(string accept, string inParts, string whole)
    {
        await using var host = await StartAsync();

        (await PostAsync(host, Deferred, accept)).Type.ShouldStartWith(inParts);
        (await PostAsync(host, "{ hello }", accept)).Type.ShouldStartWith(whole);
        (await PostAsync(host, "subscription { count(to: 1) }", accept)).Type.ShouldStartWith(inParts);
    }

    [Fact]
    public async Task one_result_in_multipart_is_one_part()
    {
        await using var host = await StartAsync();

        var (_, body) = await PostAsync(host, "{ hello }", "multipart/mixed");

        body.ShouldBe($"\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{Whole}\r\n-----\r\n");
    }

    [Fact]
    public async Task a_request_that_is_not_valid_is_answered_in_the_format_for_one_result()
    {
        await using var host = await StartAsync();

        var (type, body) = await PostAsync(host, "{ books { ... @defer { unknown } } }", "multipart/mixed, application/graphql-response+json");

        type.ShouldStartWith("application/graphql-response+json");
        body.ShouldContain("FIELDS_ON_CORRECT_TYPE");
    }

    [Fact]
    public async Task a_condition_that_is_null_at_the_root_is_the_clients_mistake()
    {
        await using var host = await StartAsync();

        var (_, body) = await PostAsync(
            host, "query ($on: Boolean = true) { hello @include(if: $on) ... @defer { where } }", "application/jsonl", new { on = (bool?)null });

        JsonNode.Parse(body)!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.ArgumentInvalid);
    }

    [Fact]
    public async Task the_cost_that_was_asked_for_comes_with_the_first_part()
    {
        await using var host = await StartAsync();
        using var request = Request(host, Deferred, "application/jsonl");
        request.Headers.Add("GraphQL-Cost", "report");

        using var response = await host.Client.SendAsync(request);
        var parts = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        JsonNode.Parse(parts[0])!["extensions"]!["operationCost"].ShouldNotBeNull();
        JsonNode.Parse(parts[^1])!["extensions"].ShouldBeNull();
    }

    [Fact]
    public async Task the_first_result_does_not_wait_for_what_is_deferred_and_a_client_that_goes_cancels_it()
    {
        var cancelled = new TaskCompletionSource();
        await using var host = await StartAsync(builder => builder.ConfigureSchema(schema => schema.Configure<ObjectType>("Query", query =>
            query.Fields.Add(new("endless", "String")
            {
                Resolver = async context =>
                {
                    await using var registration = context.RequestAborted.Register(() => cancelled.TrySetResult());
                    await cancelled.Task;
                    return null;
                },
            }))));
        using (var request = Request(host, "{ hello ... @defer { endless } }", "application/jsonl"))
        using (var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

            (await reader.ReadLineAsync()).ShouldBe("""{"data":{"hello":"Hello reader"},"pending":[{"id":"0","path":[]}],"hasNext":true}""");
            cancelled.Task.IsCompleted.ShouldBeFalse();
        }

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task over_a_socket_each_result_is_a_message()
    {
        await using var host = await StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(host.SocketAddress, CancellationToken.None);
        await SendAsync(socket, """{"type":"connection_init"}""");
        await ReceiveAsync(socket);

        await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"{ hello ... @defer { where } }"}}""");

        (await ReceiveAsync(socket)).ShouldBe(
            """{"id":"1","type":"next","payload":{"data":{"hello":"Hello reader"},"pending":[{"id":"0","path":[]}],"hasNext":true}}""");
        (await ReceiveAsync(socket)).ShouldBe(
            """{"id":"1","type":"next","payload":{"incremental":[{"id":"0","data":{"where":"where"}}],"completed":[{"id":"0"}],"hasNext":false}}""");
        (await ReceiveAsync(socket)).ShouldBe("""{"id":"1","type":"complete"}""");
    }

    private static Task<LibraryHost> StartAsync(Action<GraphQLBuilder>? configure = null) => LibraryHost.StartAsync(builder =>
    {
        builder.ModifyOptions(options => (options.EnableDefer, options.EnableStream) = (true, true));
        configure?.Invoke(builder);
    });

    private static IncrementalClient Together(IEnumerable<string> results)
    {
        var client = new IncrementalClient();
        foreach (var result in results)
            client.Take(result);
        client.IsOver.ShouldBeTrue();
        return client;
    }

    private static async Task<(string Type, string Body)> PostAsync(
        LibraryHost host, string query, string? accept, object? variables = null)
    {
        using var request = Request(host, query, accept, variables);
        using var response = await host.Client.SendAsync(request);
        return (response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(LibraryHost host, string query, string? accept, object? variables = null)
    {
        var json = JsonSerializer.Serialize(new { query, variables });
        var request = new HttpRequestMessage(HttpMethod.Post, host.HttpAddress) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[8192];
        var part = await socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, part.Count);
    }
}
