namespace Engagement.Journeys;

/// <summary>The dated steps that what a person said has been through, and the entries it led to.</summary>
public sealed record Journey(
    Guid ResponseId,
    string Reference,
    Guid? ConsultationId,
    DateTimeOffset SubmittedAt,
    IReadOnlyList<JourneyStep> Steps,
    IReadOnlyList<Guid> EntryIds);
