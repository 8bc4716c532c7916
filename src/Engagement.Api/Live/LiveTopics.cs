using System.Collections.Frozen;
using Engagement.Api.Authorization;

namespace Engagement.Api.Live;

/// <summary>A stream of updates that clients may follow. Add one to the services and it can be followed.</summary>
/// <param name="Name">What clients call it.</param>
/// <param name="Permission">What a client must hold to follow it; null for everybody.</param>
/// <param name="FollowAsync">Its updates after a log position: in order, none left out, until cancelled.</param>
public sealed record LiveTopic(string Name, string? Permission, Func<long, CancellationToken, IAsyncEnumerable<LiveUpdate>> FollowAsync)
{
    /// <summary>
    /// Whether a client may hear of one update; it is left out for those who may not. Needed where the permission does not go everywhere: without it only
    /// those follow whose does.
    /// </summary>
    public Func<IServiceProvider, Asker, LiveUpdate, CancellationToken, ValueTask<bool>>? Reaches { get; init; }

    public bool Allows(Asker asker) => Permission is null || (Reaches is null ? asker.MayEverywhere(Permission) : asker.May(Permission));
}

/// <summary>The topics there are. What is not here cannot be followed.</summary>
public sealed class LiveTopics(IEnumerable<LiveTopic> topics)
{
    private readonly FrozenDictionary<string, LiveTopic> _topics = topics.ToFrozenDictionary(topic => topic.Name);

    public IEnumerable<string> Names => _topics.Keys.Order(StringComparer.Ordinal);

    public LiveTopic? Find(string? name) => name is null ? null : _topics.GetValueOrDefault(name);
}
