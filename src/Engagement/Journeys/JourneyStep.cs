namespace Engagement.Journeys;

/// <summary>A step; without a date it has not been reached yet.</summary>
/// <param name="Kind">Which step.</param>
/// <param name="At">When it was reached; null: not yet.</param>
/// <param name="Detail">What there is to say of it: the theme, the decision, what changed, or how people were told.</param>
public sealed record JourneyStep(JourneyStepKind Kind, DateTimeOffset? At, string? Detail);
