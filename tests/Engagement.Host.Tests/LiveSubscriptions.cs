using System.Text.Json.Nodes;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The same updates as a GraphQL subscription, over each of its transports.</summary>
public sealed class LiveSubscriptions : IAsyncLifetime
{
    private const string Document = "subscription($after: Long) { entryPublished(after: $after) { position entry { slug state } } }";

    private RunningPlatform _platform = null!;
    private LivePublications _officer = null!;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        _officer = await LivePublications.PrepareAsync(_platform);
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task A_socket_hears_each_publication_and_goes_on_after_the_last_when_it_comes_back()
    {
        PublishedLoop first;
        long position;
        await using (var before = await SubscriptionSocket.ConnectAsync(_platform.Address))
        {
            await before.SubscribeAsync("entries", Document, new { after = 0 });
            first = await _officer.WeWillAsync();
            var heard = Published((await NextAsync(before, "entries"))["payload"]);
            (heard.Slug, heard.State).ShouldBe((first.Slug, "WE_WILL"));
            position = heard.Position;
        }

        await _officer.WeDidAsync(first);
        await using var socket = await SubscriptionSocket.ConnectAsync(_platform.Address);
        await socket.SubscribeAsync("again", Document, new { after = position });

        var missed = Published((await NextAsync(socket, "again"))["payload"]);
        (missed.Slug, missed.State).ShouldBe((first.Slug, "WE_DID"));
        var second = await _officer.WeWillAsync();
        Published((await NextAsync(socket, "again"))["payload"]).Slug.ShouldBe(second.Slug);
    }

    [Fact]
    public async Task An_event_stream_hears_each_publication_and_goes_on_after_the_last_when_it_comes_back()
    {
        PublishedLoop first;
        long position;
        await using (var before = await SubscriptionStream.OpenAsync(_platform.Client, Document, new { after = 0 }))
        {
            first = await _officer.WeWillAsync();
            var heard = Published((await NextAsync(before)).Result);
            (heard.Slug, heard.State).ShouldBe((first.Slug, "WE_WILL"));
            position = heard.Position;
        }

        await _officer.WeDidAsync(first);
        await using var stream = await SubscriptionStream.OpenAsync(_platform.Client, Document, new { after = position });

        var missed = Published((await NextAsync(stream)).Result);
        (missed.Slug, missed.State).ShouldBe((first.Slug, "WE_DID"));
        var second = await _officer.WeWillAsync();
        Published((await NextAsync(stream)).Result).Slug.ShouldBe(second.Slug);
    }

    [Theory]
    [InlineData(-1, "POSITION_INVALID")]
    [InlineData(1_000_000, "POSITION_AHEAD")]
    public async Task A_position_that_the_log_does_not_have_ends_the_subscription_with_a_code(long after, string code)
    {
        await using var socket = await SubscriptionSocket.ConnectAsync(_platform.Address);
        await socket.SubscribeAsync("entries", Document, new { after });
        await using var stream = await SubscriptionStream.OpenAsync(_platform.Client, Document, new { after });

        var refused = await socket.NextAsync();
        refused["type"]!.GetValue<string>().ShouldBe("error");
        Code(refused["payload"]!.AsArray()).ShouldBe(code);
        var (_, result) = await NextAsync(stream);
        Code(result!["errors"]!.AsArray()).ShouldBe(code);
        (await stream.NextAsync()).Event.ShouldBe("complete");

        await socket.SubscribeAsync("again", Document, new { after = 0 });
        var published = await _officer.WeWillAsync();
        Published((await NextAsync(socket, "again"))["payload"]).Slug.ShouldBe(published.Slug, "the socket is still good");
    }

    private static async Task<JsonObject> NextAsync(SubscriptionSocket socket, string id)
    {
        var message = await socket.NextAsync();
        (message["type"]!.GetValue<string>(), message["id"]!.GetValue<string>()).ShouldBe(("next", id), message.ToJsonString());
        return message;
    }

    private static async Task<(string Event, JsonObject? Result)> NextAsync(SubscriptionStream stream)
    {
        var next = await stream.NextAsync();
        next.Event.ShouldBe("next");
        return next;
    }

    private static (long Position, string Slug, string State) Published(JsonNode? result)
    {
        var update = result!["data"]!["entryPublished"]!;
        return (update["position"]!.GetValue<long>(), update["entry"]!["slug"]!.GetValue<string>(), update["entry"]!["state"]!.GetValue<string>());
    }

    private static string Code(JsonArray errors) => errors.ShouldHaveSingleItem()!["extensions"]!["code"]!.GetValue<string>();
}
