namespace Engagement.Feedback;

/// <summary>What was decided about what people said, by whom and why, and what else was considered.</summary>
/// <param name="Outcome">Whether it will be done.</param>
/// <param name="DecidedOn">The day it was made.</param>
/// <param name="Maker">The role or body that decided.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Alternatives">The other options that were considered, or that there were none and why.</param>
/// <param name="Conflicts">Conflicts of interest that were declared.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record RecordedDecision(
    DecisionOutcome Outcome,
    DateOnly DecidedOn,
    string Maker,
    string Reasons,
    string Alternatives,
    string? Conflicts,
    DateTimeOffset RecordedAt);
