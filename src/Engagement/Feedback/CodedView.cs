namespace Engagement.Feedback;

/// <summary>A view that somebody has coded, to learn from.</summary>
/// <param name="Id">The view.</param>
/// <param name="Words">What was said.</param>
/// <param name="ThemeIds">The themes it was coded to.</param>
public sealed record CodedView(Guid Id, string Words, IReadOnlyCollection<Guid> ThemeIds);
