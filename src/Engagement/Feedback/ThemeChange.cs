namespace Engagement.Feedback;

/// <summary>How a theme became another.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="From">The theme it happened to.</param>
/// <param name="Into">The theme that it went into, that was split off or that it was linked to.</param>
/// <param name="At">When.</param>
/// <param name="Position">Where in the log that was.</param>
public sealed record ThemeChange(ThemeChangeKind Kind, Guid From, Guid Into, DateTimeOffset At, long Position);
