namespace Engagement.Common;

/// <summary>
/// Who asks and under which conditions. <paramref name="OccurredAt"/> is set only when the thing happened at another time than now
/// (a paper form keyed later, demonstration data): rules are then judged, and the history read, as at that time.
/// <paramref name="ActorId"/> is the pseudonym of the person who acts, for rules that ask for two people, or for another than the author.
/// <paramref name="Organisations"/> are the codes of those for which they may speak, by their account; null for none.
/// </summary>
public sealed record CommandContext(
    string ActorRole,
    string? IdempotencyKey = null,
    int? ExpectedVersion = null,
    DateTimeOffset? OccurredAt = null,
    string? CorrelationId = null,
    string? CausationId = null,
    Guid? ActorId = null,
    IReadOnlyList<string>? Organisations = null)
{
    /// <summary>The same, not tied to whoever is signed in.</summary>
    internal CommandContext Unnamed() => this with { ActorId = null };
}
