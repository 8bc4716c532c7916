namespace Engagement.Journeys;

/// <summary>A step; without a date it has not been reached yet.</summary>
public sealed record JourneyStep(JourneyStepKind Kind, DateTimeOffset? At, string? Detail);
