namespace Engagement.Surveys;

/// <summary>How a draft differs from the published version in one question.</summary>
/// <param name="Key">The question.</param>
/// <param name="Kind">What has become of it.</param>
/// <param name="Continuity">What was said of a change of its meaning; null: nothing yet, or there is nothing to say.</param>
public sealed record QuestionChange(string Key, QuestionChangeKind Kind, Continuity? Continuity);
