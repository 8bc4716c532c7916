namespace Engagement.Journeys;

/// <summary>The dated steps that one view has been through, the themes it is in and the entries it led to.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="Steps">All steps in their order; those not reached yet have no date.</param>
/// <param name="ThemeIds">The themes it is in today.</param>
/// <param name="EntryIds">What was published because of it.</param>
public sealed record ViewJourney(
    Guid ViewId, IReadOnlyList<JourneyStep> Steps, IReadOnlyList<Guid> ThemeIds, IReadOnlyList<Guid> EntryIds);
