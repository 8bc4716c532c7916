namespace Engagement.SurveyResults;

/// <summary>The favourable answers on one scale; null where nobody took a place on it.</summary>
/// <param name="Scale">The key of the scale.</param>
/// <param name="Percentage">Favourable answers, in percent of those with a place on the scale.</param>
/// <param name="Low">Where its interval begins.</param>
/// <param name="High">Where its interval ends.</param>
/// <param name="NeedsCaution">Whether it rests on few people.</param>
public sealed record ShownScale(string Scale, decimal? Percentage, decimal? Low, decimal? High, bool NeedsCaution);
