using System.Collections.Frozen;
using GraphQL;

namespace Engagement.Api.Live;

/// <summary>The topics there are. What is not here cannot be followed.</summary>
public sealed class LiveTopics(IEnumerable<LiveTopic> topics)
{
    private readonly FrozenDictionary<string, LiveTopic> _topics = topics.ToFrozenDictionary(topic => topic.Name);

    public IEnumerable<string> Names => _topics.Keys.Order(StringComparer.Ordinal);

    /// <summary>What a client names: a topic, and after a colon the thing it is about.</summary>
    /// <exception cref="GraphQLException">There is no such topic, or it is not about such a thing.</exception>
    public LiveSubject Find(string? name)
    {
        var parts = (name ?? "").Split(':', 2);
        return _topics.TryGetValue(parts[0], out var topic)
            ? topic.Subject(parts.Length > 1 ? parts[1] : null)
            : throw new GraphQLException($"There is no such topic. Follow one of: {string.Join(", ", Names)}.", LiveCodes.TopicUnknown);
    }
}
