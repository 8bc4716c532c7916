namespace Engagement.Feedback;

/// <summary>What somebody wrote with their answer, in clear, for officers.</summary>
public sealed record ConfirmationComment(ConfirmationAnswer Answer, string Text, DateTimeOffset At);
