using System.Net.Http.Headers;
using System.Text;

namespace GraphQL.Tests.Server;

public sealed class Event_streams
{
    [Fact]
    public async Task a_subscription_streams_its_results_and_completes()
    {
        await using var host = await LibraryHost.StartAsync();

        var text = await ReadAsync(host, """{"query":"subscription { count(to: 2) }"}""");

        text.ShouldBe("event: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata: \n\n");
    }

    [Fact]
    public async Task a_query_is_one_event()
    {
        await using var host = await LibraryHost.StartAsync();

        var text = await ReadAsync(host, """{"query":"{ hello }"}""");

        text.ShouldBe("event: next\ndata: {\"data\":{\"hello\":\"Hello reader\"}}\n\nevent: complete\ndata: \n\n");
    }

    [Fact]
    public async Task an_event_arrives_when_it_happens_and_the_source_is_closed_when_the_client_goes()
    {
        await using var host = await LibraryHost.StartAsync();
        using var request = Request(host, """{"query":"subscription { bookAdded { title } }"}""");
        using (var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            host.Shelf.Added.Writer.TryWrite(host.Shelf.Books[0]);
            (await reader.ReadLineAsync()).ShouldBe("event: next");
            (await reader.ReadLineAsync()).ShouldBe("""data: {"data":{"bookAdded":{"title":"The Dispossessed"}}}""");
        }

        await host.Shelf.EventsClosed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task a_quiet_stream_is_kept_alive_by_comments()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.KeepAliveInterval = TimeSpan.FromMilliseconds(20)));
        using var request = Request(host, """{"query":"subscription { bookAdded { title } }"}""");
        using (var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(":");
            host.Shelf.Added.Writer.TryWrite(host.Shelf.Books[0]);
            string? line;
            while ((line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30))) is ":" or "")
            {
            }
            line.ShouldBe("event: next");
        }

        await host.Shelf.EventsClosed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task a_server_that_stops_completes_its_streams()
    {
        await using var host = await LibraryHost.StartAsync();
        using var request = Request(host, """{"query":"subscription { bookAdded { title } }"}""");
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        host.Shelf.Added.Writer.TryWrite(host.Shelf.Books[0]);
        await reader.ReadLineAsync();

        var stopping = host.StopAsync();
        var rest = await reader.ReadToEndAsync();
        await stopping;

        rest.ShouldEndWith("event: complete\ndata: \n\n");
    }

    private static async Task<string> ReadAsync(LibraryHost host, string json)
    {
        using var request = Request(host, json);
        using var response = await host.Client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return await response.Content.ReadAsStringAsync();
    }

    private static HttpRequestMessage Request(LibraryHost host, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, host.HttpAddress) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return request;
    }
}
