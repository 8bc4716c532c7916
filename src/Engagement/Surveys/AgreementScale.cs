namespace Engagement.Surveys;

public static class AgreementScale
{
    public static IReadOnlyList<QuestionOption> Options { get; } =
    [
        new("strongly-agree", "Strongly agree"),
        new("agree", "Agree"),
        new("neither", "Neither agree nor disagree"),
        new("disagree", "Disagree"),
        new("strongly-disagree", "Strongly disagree"),
        new("not-sure", "I'm not sure"),
    ];
}
