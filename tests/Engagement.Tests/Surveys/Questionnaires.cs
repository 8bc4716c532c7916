using Engagement.Surveys;

namespace Engagement.Tests.Surveys;

/// <summary>A survey's events in the words of its specs.</summary>
internal static class Questionnaires
{
    public static readonly InstrumentDrafted Drafted = new("Parent survey");

    public static readonly QuestionOption[] YesNo = [new("yes", "Yes"), new("no", "No")];

    public static StatementAdded Statement(string key, string text = "I am confident", string? section = null, params Condition[] shownWhen) =>
        new(Agreement(key, text) with { Section = section, ShownWhen = shownWhen });

    public static QuestionAdded Choice(string key, string? section = null, params Condition[] shownWhen) =>
        new(new Question(key, QuestionKind.SingleChoice, $"{key}?", null, true, YesNo) { Section = section, ShownWhen = shownWhen });

    public static Question Agreement(string key, string text) =>
        new(key, QuestionKind.Agreement, text, null, false, [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure]) { Scale = "agreement-5" };

    public static SectionAdded Section(string key, params Condition[] shownWhen) => new(new Section(key, $"About {key}", null, shownWhen));

    public static Condition After(string key, params string[] anyOf) => new(key, anyOf.Length > 0 ? anyOf : ["yes"]);

    public static InstrumentVersionPublished Published(int version = 1, params QuestionContinuity[] continuity) => new(version, continuity);
}
