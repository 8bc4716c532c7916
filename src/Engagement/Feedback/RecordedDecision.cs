namespace Engagement.Feedback;

public sealed record RecordedDecision(
    DecisionOutcome Outcome,
    DateOnly DecidedOn,
    string Maker,
    string Reasons,
    string Alternatives,
    string? Conflicts,
    DateTimeOffset RecordedAt);
