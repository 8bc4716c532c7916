namespace Engagement.Journeys;

/// <summary>The dated steps that one view has been through, the themes it is in and the entries it led to.</summary>
public sealed record ViewJourney(
    Guid ViewId, IReadOnlyList<JourneyStep> Steps, IReadOnlyList<Guid> ThemeIds, IReadOnlyList<Guid> EntryIds);
