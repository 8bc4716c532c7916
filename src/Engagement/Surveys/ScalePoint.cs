namespace Engagement.Surveys;

public sealed record ScalePoint(string From, string To);
