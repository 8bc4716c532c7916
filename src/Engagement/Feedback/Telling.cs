namespace Engagement.Feedback;

public sealed record Telling(string Route, int Count, DateTimeOffset At);
