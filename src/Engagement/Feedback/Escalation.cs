namespace Engagement.Feedback;

/// <summary>That an overdue loop was taken to a group, the first step being 1.</summary>
/// <param name="To">The group.</param>
/// <param name="Step">Which step up the governance chain.</param>
/// <param name="At">When.</param>
public sealed record Escalation(string To, int Step, DateTimeOffset At);
