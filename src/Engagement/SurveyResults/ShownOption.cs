namespace Engagement.SurveyResults;

/// <summary>One answer as it may be shown; null where a figure is hidden.</summary>
/// <param name="Key">Names it for programs.</param>
/// <param name="Label">What people read.</param>
/// <param name="Count">How often it was given; null where that is hidden.</param>
/// <param name="Percentage">In percent of those who answered; null where that is hidden.</param>
public sealed record ShownOption(string Key, string Label, int? Count, decimal? Percentage);
