namespace Engagement.Common;

/// <summary>
/// Who asks and under which conditions. <paramref name="OccurredAt"/> is set only when the thing happened at another time than now
/// (a paper form keyed later, demonstration data): rules are then judged, and the history read, as at that time.
/// </summary>
public sealed record CommandContext(
    string ActorRole,
    string? IdempotencyKey = null,
    int? ExpectedVersion = null,
    DateTimeOffset? OccurredAt = null,
    string? CorrelationId = null,
    string? CausationId = null);
