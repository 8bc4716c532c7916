namespace Engagement.FeedbackPoints;

public sealed record RatingCount(Satisfaction Satisfaction, int Count);
