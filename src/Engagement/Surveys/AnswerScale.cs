namespace Engagement.Surveys;

/// <summary>
/// The points between which people choose, from the most favourable to the least. What a scale's <paramref name="Key"/> stands for never changes.
/// </summary>
public sealed record AnswerScale(string Key, QuestionKind Kind, IReadOnlyList<QuestionOption> Points);
