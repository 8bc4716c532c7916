namespace Engagement.Surveys;

/// <summary>The points between which people choose, from the most favourable to the least.</summary>
/// <param name="Key">Names the scale. What it stands for never changes.</param>
/// <param name="Kind">Which questions are answered on it.</param>
/// <param name="Points">From the most favourable to the least.</param>
public sealed record AnswerScale(string Key, QuestionKind Kind, IReadOnlyList<QuestionOption> Points);
