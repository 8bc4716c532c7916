using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Live;
using Engagement.Feedback;
using EventStore;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>
/// A permission that is withdrawn while somebody follows what it let them follow. The platform gets a subscription and a topic that take a permission,
/// and who everybody is now from the test.
/// </summary>
public sealed class WhatIsTakenAwayInTheMiddle : IAsyncLifetime
{
    private const string Document = "subscription { guarded }";

    private readonly KnownPrincipals _principals = new();
    private RunningPlatform _platform = null!;
    private LivePublications _officer = null!;

    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync(services: AddGuarded);
        _officer = await LivePublications.PrepareAsync(_platform);
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Theory]
    [InlineData(false, "AUTH_NOT_AUTHORIZED")]
    [InlineData(true, "AUTH_NOT_AUTHENTICATED")]
    public async Task A_subscription_ends_with_its_reason_before_the_next_update_is_shown(bool sessionEnds, string code)
    {
        await using var socket = await SubscriptionSocket.ConnectAsync(_platform.Address, Roles.Analyst);
        await socket.SubscribeAsync("guarded", Document);
        await using var stream = await SubscriptionStream.OpenAsync(_platform.Client, Document, role: Roles.Analyst);
        var first = await PublishAsync();
        (await socket.NextAsync())["payload"]!["data"]!["guarded"]!.GetValue<string>().ShouldBe(first);
        (await stream.NextAsync()).Result!["data"]!["guarded"]!.GetValue<string>().ShouldBe(first);

        Withdraw(sessionEnds);
        var unseen = await PublishAsync();

        var last = await socket.NextAsync();
        last["payload"]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
        last.ToJsonString().ShouldNotContain(unseen);
        (await socket.NextAsync())["type"]!.GetValue<string>().ShouldBe("complete");
        var (_, result) = await stream.NextAsync();
        result!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
        (await stream.NextAsync()).Event.ShouldBe("complete");
    }

    [Fact]
    public async Task A_subscription_is_not_begun_again_and_a_socket_that_stays_open_asks_as_nobody_better()
    {
        await using var socket = await SubscriptionSocket.ConnectAsync(_platform.Address, Roles.Analyst);
        Withdraw(sessionEnds: false);

        await socket.SubscribeAsync("again", Document);
        await socket.SubscribeAsync("query", "{ accessLog { totalCount } instruments { nodes { id } } }");

        // They are answered at the same time, and the query's end may come before the other's refusal.
        var answers = new List<System.Text.Json.Nodes.JsonObject>();
        while (answers.Count < 2)
        {
            if (await socket.NextAsync() is var answer && answer["type"]!.GetValue<string>() != "complete")
                answers.Add(answer);
        }

        answers.ShouldAllBe(answer => answer.ToJsonString().Contains("AUTH_NOT_AUTHORIZED"));
    }

    [Theory]
    [InlineData(false, "AUTH_NOT_AUTHORIZED")]
    [InlineData(true, "AUTH_NOT_AUTHENTICATED")]
    public async Task A_topic_ends_with_its_reason_and_is_not_followed_again_but_what_is_public_goes_on(bool sessionEnds, string code)
    {
        await using var client = await LiveClient.ConnectAsync(_platform.Address, Roles.Analyst);
        var begin = await client.FollowAsync("guarded", after: null);
        var first = await PublishAsync();
        (await client.NextAsync()).Subject.ShouldBe($"entry/{first}");

        Withdraw(sessionEnds);
        await PublishAsync();

        var last = await client.NextAsync();
        last.Name.ShouldBe("refused");
        (last.Content["topic"]!.GetValue<string>(), last.Content["code"]!.GetValue<string>()).ShouldBe(("guarded", code));
        (await client.RefusedAsync("Follow", "guarded", begin)).ShouldBe(code, "what was missed is not sent again either");

        await client.FollowAsync("entries", after: null);
        await PublishAsync();
        (await client.NextAsync()).Name.ShouldBe("changed");
    }

    [Fact]
    public async Task Whoever_comes_back_without_the_permission_gets_nothing_of_what_was_missed()
    {
        long begin;
        await using (var before = await LiveClient.ConnectAsync(_platform.Address, Roles.Analyst))
            begin = await before.FollowAsync("guarded", after: null);
        await PublishAsync();
        Withdraw(sessionEnds: false);

        await using var client = await LiveClient.ConnectAsync(_platform.Address, Roles.Analyst);

        (await client.RefusedAsync("Follow", "guarded", begin)).ShouldBe("AUTH_NOT_AUTHORIZED");
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData(Roles.Commissioner, "AUTH_NOT_AUTHORIZED")]
    public async Task What_may_not_be_followed_is_not_begun(string? role, string code)
    {
        await using var client = await LiveClient.ConnectAsync(_platform.Address, role);
        (await client.RefusedAsync("Follow", "guarded", null)).ShouldBe(code);

        await using var socket = await SubscriptionSocket.ConnectAsync(_platform.Address, role);
        await socket.SubscribeAsync("guarded", Document);
        (await socket.NextAsync())["payload"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    private void Withdraw(bool sessionEnds)
    {
        if (sessionEnds)
            _principals.End(Roles.Analyst);
        else
            _principals.Change(Roles.Analyst, new Claim(ClaimTypes.Role, Roles.Commissioner));
    }

    private async Task<string> PublishAsync() => (await _officer.WeWillAsync()).Slug;

    private void AddGuarded(IServiceCollection services)
    {
        services.AddSingleton<IPrincipals>(_principals);
        services.AddSingleton<LiveTopic, Guarded>();
        services.AddGraphQL().ConfigureSchema(schema => schema.Configure<ObjectType>("Subscription", type => type.Fields.Add(
            new FieldDefinition("guarded", "String!")
            {
                Authorization = new(Permissions.ReadViews, AllowAnonymous: false),
                Subscriber = context => Published(context.Services, context.RequestAborted),
                SyncResolver = context => context.Parent,
            })));
    }

    private static IAsyncEnumerable<object?> Published(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<DocumentStore>().Tail.ReadAsync(0, cancellation).Select(e => e.Data).OfType<EntryPublished>().Select(e => (object?)e.Slug);

    /// <summary>Entries, for those who may read views.</summary>
    private sealed class Guarded : LiveTopic
    {
        public override string Name => "guarded";

        public override LiveSubject Subject(string? which) => Whole(which);

        public override ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation) =>
            e.Data is EntryPublished published ? One(new LiveNote(Guid.Empty, "entry", published.Slug)) : Nothing;

        public override ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation) => new(LiveAccess.Holders(Permissions.ReadViews));
    }
}
