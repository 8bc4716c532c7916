namespace Engagement.Feedback;

/// <summary>That those who said it were told what became of it.</summary>
/// <param name="Route">How.</param>
/// <param name="Count">How many of them.</param>
/// <param name="At">When.</param>
public sealed record Telling(string Route, int Count, DateTimeOffset At);
