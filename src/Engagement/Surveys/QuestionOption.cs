namespace Engagement.Surveys;

public sealed record QuestionOption(string Key, string Label);
