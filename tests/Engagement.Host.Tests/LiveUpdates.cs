using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>What a client of the live updates hears, over a socket of its own.</summary>
public sealed class LiveUpdates : IAsyncLifetime
{
    private RunningPlatform _platform = null!;
    private LivePublications _officer = null!;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        _officer = await LivePublications.PrepareAsync(_platform);
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task A_publication_is_heard_and_so_is_its_change_from_we_will_to_we_did_in_order()
    {
        await using var client = await FollowerAsync(after: null);

        var first = await _officer.WeWillAsync();
        var heardFirst = await client.NextAsync();
        var second = await _officer.WeWillAsync();
        await _officer.WeDidAsync(first);

        LiveMessage[] heard = [heardFirst, await client.NextAsync(), await client.NextAsync()];
        heard.ShouldAllBe(message => message.Content["topic"]!.GetValue<string>() == "entries");
        heard.ShouldAllBe(message => message.Name == "changed");
        heard.Select(message => message.Subject).ShouldBe([$"entry/{first.Slug}", $"entry/{second.Slug}", $"entry/{first.Slug}"]);
        heard.Select(message => message.Position).ShouldBeInOrder();
        heard[2].Position.ShouldBe(await PositionAsync(first), "the position is where the entry last changed");
    }

    [Fact]
    public async Task Whoever_comes_back_and_says_how_far_they_were_gets_each_thing_that_changed_meanwhile()
    {
        long position;
        await using (var before = await FollowerAsync(after: null))
        {
            await _officer.WeWillAsync();
            position = (await before.NextAsync()).Position;
        }

        await using var witness = await FollowerAsync(position);
        var missed = await _officer.WeWillAsync();
        await witness.NextAsync();
        await _officer.WeDidAsync(missed);
        await witness.NextAsync();
        await using var client = await FollowerAsync(position);

        var heard = await client.NextAsync();
        heard.Subject.ShouldBe($"entry/{missed.Slug}");
        heard.Position.ShouldBe(await PositionAsync(missed), "of what changed twice meanwhile, the last is told");

        var next = await _officer.WeWillAsync();
        (await client.NextAsync()).Subject.ShouldBe($"entry/{next.Slug}", "nothing came twice");
    }

    [Fact]
    public async Task From_position_0_comes_everything_there_ever_was()
    {
        var first = await _officer.WeWillAsync();
        var second = await _officer.WeWillAsync();

        await using var client = await FollowerAsync(after: 0);

        (await client.NextAsync()).Subject.ShouldBe($"entry/{first.Slug}");
        (await client.NextAsync()).Subject.ShouldBe($"entry/{second.Slug}");
    }

    [Fact]
    public async Task From_now_on_leaves_out_what_was_before_and_says_where_now_is()
    {
        var before = await _officer.WeWillAsync();
        await _platform.CatchUpAsync();

        await using var client = await LiveClient.ConnectAsync(_platform.Address);
        (await client.FollowAsync("entries", after: null)).ShouldBeGreaterThanOrEqualTo(await PositionAsync(before));
        var after = await _officer.WeWillAsync();

        (await client.NextAsync()).Subject.ShouldBe($"entry/{after.Slug}");
    }

    [Fact]
    public async Task A_call_that_cannot_be_carried_out_is_answered_with_a_code_and_the_connection_goes_on()
    {
        await using var client = await LiveClient.ConnectAsync(_platform.Address);

        (await client.RefusedAsync("Follow", "secrets", null)).ShouldBe("TOPIC_UNKNOWN");
        (await client.RefusedAsync("Follow", null, null)).ShouldBe("TOPIC_UNKNOWN");
        (await client.RefusedAsync("Follow", "entries", -1)).ShouldBe("POSITION_INVALID");
        (await client.RefusedAsync("Follow", "entries", 1_000_000)).ShouldBe("POSITION_AHEAD");
        (await client.RefusedAsync("Follow", "entries", long.MaxValue)).ShouldBe("POSITION_AHEAD");
        (await client.RefusedAsync("Follow", "entries", "last week")).ShouldBe("INVOCATION_INVALID");
        (await client.RefusedAsync("Follow", "entries", 0.5)).ShouldBe("INVOCATION_INVALID");
        (await client.RefusedAsync("Follow", new { topic = "entries" }, null)).ShouldBe("INVOCATION_INVALID");
        (await client.RefusedAsync("Follow", "entries")).ShouldBe("INVOCATION_INVALID");
        (await client.RefusedAsync("Follow", "entries", null, null)).ShouldBe("INVOCATION_INVALID");
        (await client.RefusedAsync("Publish", "entries")).ShouldBe("METHOD_UNKNOWN");
        await client.FollowAsync("entries", after: 0);
        (await client.RefusedAsync("Follow", "entries", 0)).ShouldBe("TOPIC_FOLLOWED");

        var published = await _officer.WeWillAsync();
        (await client.NextAsync()).Subject.ShouldBe($"entry/{published.Slug}");
    }

    [Theory]
    [InlineData("this is not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"follow"}""")]
    [InlineData("""{"type":1,"target":7}""")]
    public async Task A_record_that_is_no_message_ends_that_connection_and_no_other(string record)
    {
        await using var client = await FollowerAsync(after: null);
        await using var other = await FollowerAsync(after: null);

        await other.SendAsync(record);
        await Should.ThrowAsync<Exception>(other.NextAsync);

        var published = await _officer.WeWillAsync();
        (await client.NextAsync()).Subject.ShouldBe($"entry/{published.Slug}");
    }

    private async Task<LiveClient> FollowerAsync(long? after)
    {
        var client = await LiveClient.ConnectAsync(_platform.Address);
        await client.FollowAsync("entries", after);
        return client;
    }

    private async Task<long> PositionAsync(PublishedLoop loop)
    {
        var entry = await _platform.GraphQL().DataAsync("query($slug: String!) { entryBySlug(slug: $slug) { position } }", new { slug = loop.Slug });
        return entry["entryBySlug"]!["position"]!.GetValue<long>();
    }
}
