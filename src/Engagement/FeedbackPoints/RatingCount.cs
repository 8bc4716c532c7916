namespace Engagement.FeedbackPoints;

/// <summary>How many families gave a rating.</summary>
/// <param name="Satisfaction">The rating.</param>
/// <param name="Count">How many gave it.</param>
public sealed record RatingCount(Satisfaction Satisfaction, int Count);
