namespace Engagement.Feedback;

/// <summary>A decision that was looked at again, why, and what people had said of it until then.</summary>
public sealed record ReopenedDecision(RecordedDecision Decision, string Reason, DateTimeOffset ReopenedAt, LoopConfirmation Confirmation);
