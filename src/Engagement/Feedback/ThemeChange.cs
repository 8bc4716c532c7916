namespace Engagement.Feedback;

/// <summary>How a theme became another. <paramref name="Position"/> is where in the log that was.</summary>
public sealed record ThemeChange(ThemeChangeKind Kind, Guid From, Guid Into, DateTimeOffset At, long Position);
