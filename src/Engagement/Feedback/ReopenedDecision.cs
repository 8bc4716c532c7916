namespace Engagement.Feedback;

/// <summary>A decision that was looked at again, why, and what people had said of it until then.</summary>
/// <param name="Decision">What had been decided.</param>
/// <param name="Reason">Why it was looked at again.</param>
/// <param name="ReopenedAt">When.</param>
/// <param name="Confirmation">What people had said of it until then.</param>
public sealed record ReopenedDecision(RecordedDecision Decision, string Reason, DateTimeOffset ReopenedAt, LoopConfirmation Confirmation);
