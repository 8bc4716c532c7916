namespace Engagement.SurveyResults;

/// <summary>How often an answer was given.</summary>
/// <param name="Key">Names it for programs.</param>
/// <param name="Label">What people read.</param>
/// <param name="Count">How often it was given.</param>
/// <param name="Percentage">In percent of those who answered; null when nobody did.</param>
public sealed record ShownOption(string Key, string Label, int Count, decimal? Percentage);
