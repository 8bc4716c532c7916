namespace Engagement.Surveys;

public sealed record QuestionContinuity(string Key, Continuity Continuity);
