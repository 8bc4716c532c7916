using System.Collections.Frozen;
using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Feedback;

namespace Engagement.Api.Live;

/// <summary>A stream of updates that clients may follow.</summary>
/// <param name="Name">What clients call it.</param>
/// <param name="Permission">What a client must hold to follow it; null for everybody.</param>
/// <param name="FollowAsync">Its updates after a log position: in order, none left out, until cancelled.</param>
public sealed record LiveTopic(string Name, string? Permission, Func<long, CancellationToken, IAsyncEnumerable<LiveUpdate>> FollowAsync)
{
    public bool Allows(ClaimsPrincipal? user) => Permission is null || user?.May(Permission) == true;
}

/// <summary>The topics there are. What is not here cannot be followed.</summary>
public sealed class LiveTopics(EntryFeed entries)
{
    private readonly FrozenDictionary<string, LiveTopic> _topics = new[]
    {
        new LiveTopic("entries", Permission: null, (after, cancellation) =>
            entries.ReadAsync(after, cancellation).Select(change => new LiveUpdate("entry", change.Slug, change.Position))),
    }.ToFrozenDictionary(topic => topic.Name);

    public IEnumerable<string> Names => _topics.Keys;

    public LiveTopic? Find(string? name) => name is null ? null : _topics.GetValueOrDefault(name);
}
