using EventStore;

namespace Engagement.Common;

/// <summary>What our events carry beside their data, and how it is named in their headers.</summary>
public static class EventMetadata
{
    /// <summary>ISO 8601; present only where the thing happened at another time than it was recorded.</summary>
    public const string OccurredAtHeader = "occurredAt";

    /// <summary>The pseudonym of the person who acted; absent where they are not known.</summary>
    public const string ActorIdHeader = "actorId";

    public static DateTimeOffset OccurredAt(this IEvent e) => e.OccurredElsewhen() ?? e.Timestamp;

    /// <summary>When it happened, if that was another time than it was recorded.</summary>
    public static DateTimeOffset? OccurredElsewhen(this IEvent e) =>
        e.Headers is { } headers && headers.TryGetValue(OccurredAtHeader, out var at) ? at.GetDateTimeOffset() : null;

    public static Guid? ActorId(this IEvent e) =>
        e.Headers is { } headers && headers.TryGetValue(ActorIdHeader, out var id) ? id.GetGuid() : null;
}
