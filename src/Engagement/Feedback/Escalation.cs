namespace Engagement.Feedback;

/// <summary>That an overdue loop was taken to a group, the first step being 1.</summary>
public sealed record Escalation(string To, int Step, DateTimeOffset At);
