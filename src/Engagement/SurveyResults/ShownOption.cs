namespace Engagement.SurveyResults;

/// <summary>One answer as it may be shown; null where a figure is hidden.</summary>
public sealed record ShownOption(string Key, string Label, int? Count, decimal? Percentage);
