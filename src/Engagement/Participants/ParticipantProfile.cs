namespace Engagement.Participants;

/// <summary>What somebody has told of themselves, for themselves and for whoever prepares an activity. What was erased is left out.</summary>
public sealed record ParticipantProfile(
    Guid Id,
    AgeBand AgeBand,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyDictionary<Characteristic, string> Characteristics,
    IReadOnlyList<string> AccessNeeds,
    DateTimeOffset JoinedAt);
