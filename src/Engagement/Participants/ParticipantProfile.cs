namespace Engagement.Participants;

/// <summary>What somebody has told of themselves, for themselves and for whoever prepares an activity. What was erased is left out.</summary>
/// <param name="Id">Their pseudonym.</param>
/// <param name="AgeBand">How old they are.</param>
/// <param name="Permissions">What they allow.</param>
/// <param name="Characteristics">What they told of themselves.</param>
/// <param name="AccessNeeds">What helps them to take part, in the order it was told.</param>
/// <param name="JoinedAt">Since when they take part.</param>
public sealed record ParticipantProfile(
    Guid Id,
    AgeBand AgeBand,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyDictionary<Characteristic, string> Characteristics,
    IReadOnlyList<string> AccessNeeds,
    DateTimeOffset JoinedAt)
{
    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }
}
