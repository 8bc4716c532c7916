namespace Engagement.Surveys;

/// <summary>What was said of a question that changed.</summary>
/// <param name="Key">The key of the question.</param>
/// <param name="Continuity">What its change means for its figures.</param>
public sealed record QuestionContinuity(string Key, Continuity Continuity);
