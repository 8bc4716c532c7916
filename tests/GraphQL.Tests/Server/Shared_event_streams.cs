using System.Net;
using System.Text;

namespace GraphQL.Tests.Server;

/// <summary>GraphQL over server-sent events, in single connection mode.</summary>
public sealed class Shared_event_streams
{
    [Fact]
    public async Task operations_are_sent_by_themselves_and_answered_on_the_stream()
    {
        await using var host = await LibraryHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);

        (await ExecuteAsync(host, token, "a", "subscription { count(to: 2) }")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await stream.NextAsync()).ShouldBe("""next {"id":"a","payload":{"data":{"count":1}}}""");
        (await stream.NextAsync()).ShouldBe("""next {"id":"a","payload":{"data":{"count":2}}}""");
        (await stream.NextAsync()).ShouldBe("""complete {"id":"a"}""");
    }

    [Fact]
    public async Task an_operation_that_is_sent_before_the_stream_is_open_waits_for_it()
    {
        await using var host = await LibraryHost.StartAsync();
        var token = await ReserveAsync(host);

        await ExecuteAsync(host, token, "a", "{ hello }");
        using var stream = await OpenAsync(host, token);

        (await stream.NextAsync()).ShouldBe("""next {"id":"a","payload":{"data":{"hello":"Hello reader"}}}""");
    }

    [Fact]
    public async Task a_browser_gives_the_token_in_the_address()
    {
        await using var host = await LibraryHost.StartAsync();
        var token = await ReserveAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{host.HttpAddress}?token={token}"));
        request.Headers.Add("Accept", "text/event-stream");

        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task an_operation_is_ended_by_its_identifier_and_its_source_is_closed()
    {
        await using var host = await LibraryHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);
        await ExecuteAsync(host, token, "a", "subscription { bookAdded { title } }");
        host.Shelf.Added.Writer.TryWrite(host.Shelf.Books[0]);
        await stream.NextAsync();

        using var delete = Request(host, HttpMethod.Delete, token, "?operationId=a");
        using var response = await host.Client.SendAsync(delete);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.Shelf.EventsClosed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task a_client_that_goes_ends_all_its_operations()
    {
        await using var host = await LibraryHost.StartAsync();
        var token = await ReserveAsync(host);
        using (var stream = await OpenAsync(host, token))
        {
            await ExecuteAsync(host, token, "a", "subscription { bookAdded { title } }");
            host.Shelf.Added.Writer.TryWrite(host.Shelf.Books[0]);
            await stream.NextAsync();
        }

        await host.Shelf.EventsClosed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task what_is_wrong_with_a_request_is_its_own_answer()
    {
        await using var host = await LibraryHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);
        await ExecuteAsync(host, token, "a", "subscription { bookAdded { title } }");

        (await ExecuteAsync(host, token, "b", "{ nope }", "application/json")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ExecuteAsync(host, token, null, "{ hello }")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ExecuteAsync(host, token, "a", "{ hello }")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ExecuteAsync(host, "unknown", "c", "{ hello }")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_stream_is_opened_once_and_only_with_its_token()
    {
        await using var host = await LibraryHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);
        using var again = Request(host, HttpMethod.Get, token);
        using var unknown = Request(host, HttpMethod.Get, "unknown");
        again.Headers.Add("Accept", "text/event-stream");
        unknown.Headers.Add("Accept", "text/event-stream");

        (await host.Client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await host.Client.SendAsync(unknown)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task streams_and_their_operations_are_bounded()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options =>
        {
            options.MaxEventStreams = 1;
            options.MaxOperationsPerSocket = 1;
        }));
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);

        (await host.Client.PutAsync(host.HttpAddress, null)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ExecuteAsync(host, token, "a", "subscription { bookAdded { title } }")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await ExecuteAsync(host, token, "b", "{ hello }")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task a_reservation_that_nobody_takes_is_given_up()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options =>
        {
            options.MaxEventStreams = 1;
            options.ConnectionInitTimeout = TimeSpan.FromMilliseconds(20);
        }));
        await ReserveAsync(host);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await host.Client.PutAsync(host.HttpAddress, null, patience.Token)).StatusCode != HttpStatusCode.Created)
            await Task.Delay(10, patience.Token);
    }

    [Fact]
    public async Task a_quiet_stream_is_kept_alive_by_comments()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.KeepAliveInterval = TimeSpan.FromMilliseconds(20)));
        using var stream = await OpenAsync(host, await ReserveAsync(host));

        (await stream.LineAsync()).ShouldBe(":");
        (await stream.LineAsync()).ShouldBe("");
        (await stream.LineAsync()).ShouldBe(":");
    }

    private static async Task<string> ReserveAsync(LibraryHost host)
    {
        using var response = await host.Client.PutAsync(host.HttpAddress, null);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<Events> OpenAsync(LibraryHost host, string token)
    {
        using var request = Request(host, HttpMethod.Get, token);
        request.Headers.Add("Accept", "text/event-stream");
        var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new Events(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private static async Task<HttpResponseMessage> ExecuteAsync(LibraryHost host, string token, string? id, string query, string accept = "application/graphql-response+json")
    {
        using var request = Request(host, HttpMethod.Post, token);
        var extensions = id is null ? "{}" : $$"""{"operationId":"{{id}}"}""";
        request.Content = new StringContent($$"""{"query":"{{query}}","extensions":{{extensions}}}""", Encoding.UTF8, "application/json");
        request.Headers.Add("Accept", accept);
        return await host.Client.SendAsync(request);
    }

    private static HttpRequestMessage Request(LibraryHost host, HttpMethod method, string token, string query = "")
    {
        var request = new HttpRequestMessage(method, new Uri(host.HttpAddress + query));
        request.Headers.Add("X-GraphQL-Event-Stream-Token", token);
        return request;
    }

    private sealed class Events(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public Task<string?> LineAsync() => reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

        public async Task<string> NextAsync()
        {
            string? line;
            while ((line = await LineAsync()) is not null && !line.StartsWith("event:", StringComparison.Ordinal))
            {
            }
            return $"{line!["event: ".Length..]} {(await LineAsync())!["data: ".Length..]}";
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
