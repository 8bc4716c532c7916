namespace Engagement.SurveyResults;

/// <summary>How often an answer was given, and in percent of those who answered.</summary>
public sealed record ShownOption(string Key, string Label, int Count, decimal? Percentage);
