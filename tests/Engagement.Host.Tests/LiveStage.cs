using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using EventStore;
using GraphQL.Data;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>One platform for all who look at what can be followed, with an officer and a forum.</summary>
public sealed class LiveStage : IAsyncLifetime
{
    public static readonly CommandContext OfficerContext = new("participation-officer", ActorId: Guid.Parse("a0000000-0000-4000-8000-000000000001"));

    public RunningPlatform Platform { get; private set; } = null!;

    public static DateOnly Today => Officer.Today;

    internal Officer Officer => new(Platform);

    internal GraphQLClient Public => Platform.GraphQL();

    public async Task InitializeAsync() => Platform = await RunningPlatform.StartAsync();

    public async Task DisposeAsync() => await Platform.DisposeAsync();

    /// <summary>A topic of a forum that is moderated before anything is shown.</summary>
    public async Task<Guid> PublishTopicAsync()
    {
        var forums = Get<ForumCommands>();
        var forum = await forums.EstablishAsync(
            new EstablishForum(
                $"Parents {Guid.NewGuid():N}", "To talk", ForumOwner.Council, ForumAgeBand.EighteenAndOver, Audience.ParentsAndCarers, ModerationMode.BeforeShown, []),
            OfficerContext,
            default);
        return await forums.PublishTopicAsync(
            new PublishTopic(forum, "What makes a good review meeting?", null, Today, Today.AddDays(90), null), OfficerContext, default);
    }

    /// <summary>Somebody writes in a topic; nobody has looked at it yet.</summary>
    public async Task<(Guid Id, CommandContext Author)> PostAsync(Guid topic)
    {
        var author = new CommandContext("parent-or-carer", ActorId: Guid.NewGuid());
        var posted = await Get<ContributionCommands>().PostAsync(
            new PostContribution(topic, Guid.NewGuid().ToString("N"), "Somebody who listens and writes it down."), author, default);
        return (posted.Id, author);
    }

    public Task ReleaseAsync(Guid contribution) => Get<ModerationCommands>().ReleaseAsync(new ReleaseContribution(contribution, null), OfficerContext, default);

    /// <summary>Many entries at once, as no officer could publish them.</summary>
    public static async Task<IReadOnlyList<string>> PublishManyAsync(RunningPlatform platform, int count)
    {
        await using var session = platform.Services.GetRequiredService<DocumentStore>().LightweightSession();
        string[] slugs = [.. Enumerable.Range(0, count).Select(_ => $"entry-{Guid.NewGuid():N}")];
        foreach (var slug in slugs)
        {
            session.Events.StartStream<Loop>(
                Guid.NewGuid(),
                new LoopOpened(Guid.NewGuid(), null),
                new EntryPublished(slug, EntryState.WeWill, new EntryWords("You said.", "We will.", [], [], [])));
        }

        await session.SaveChangesAsync();
        return slugs;
    }

    public T Get<T>()
        where T : notnull => Platform.Services.GetRequiredService<T>();

    public static string Id(string type, Guid id) => NodeId.Encode(type, id);

    public static Guid Key(string id) => NodeId.Decode<Guid>(id);

    /// <summary>Somebody who follows a topic, from now on unless they say otherwise.</summary>
    public async Task<LiveClient> FollowerAsync(string topic, string? role = null, long? after = null)
    {
        // From now on is from what the node knows of: that may be a few events old.
        await Platform.CatchUpAsync();
        var client = await LiveClient.ConnectAsync(Platform.Address, role);
        await client.FollowAsync(topic, after);
        return client;
    }
}
