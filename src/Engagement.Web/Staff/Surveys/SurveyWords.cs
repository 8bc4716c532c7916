using System.Text.Json;
using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Reading;

namespace Engagement.Web.Staff.Surveys;

/// <summary>What the builder's pages call things.</summary>
internal static class SurveyWords
{
    public static IReadOnlyList<(QuestionKind Kind, string Name, string Hint)> Kinds { get; } =
    [
        (QuestionKind.Agreement, "A statement", "People say how far they agree. Write what somebody might say, not a question."),
        (QuestionKind.Satisfaction, "How satisfied people are", "People choose from very satisfied to very dissatisfied."),
        (QuestionKind.SingleChoice, "One answer from a list", "People choose one of your answers."),
        (QuestionKind.MultipleChoice, "Several answers from a list", "People choose all that are right for them."),
        (QuestionKind.Ranking, "Put answers in order", "People say what matters most to them, then what comes next."),
        (QuestionKind.FreeText, "In their own words", "Each answer becomes a view, to be read and coded."),
        (QuestionKind.Number, "A number", "You can say the least and the most."),
        (QuestionKind.Date, "A date", "A day, month and year. Never a date of birth: ask for an age band."),
    ];

    public static string Name(QuestionKind kind) => Kinds.First(known => known.Kind == kind).Name;

    public static string Hint(QuestionKind kind) => Kinds.First(known => known.Kind == kind).Hint;

    /// <summary>As addresses name it.</summary>
    public static string Code(RenditionKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static RenditionKind? KindOf(string code)
    {
        foreach (var kind in Enum.GetValues<RenditionKind>())
        {
            if (Code(kind) == code)
                return kind;
        }

        return null;
    }

    public static string Name(SurveyForm form) => form switch
    {
        { Kind: RenditionKind.Standard } => "The questions as they are",
        { Kind: RenditionKind.EasyRead, Language: "en" } => "Easy Read",
        { Kind: RenditionKind.EasyRead } => $"Easy Read in {Languages.Name(form.Language)}",
        { Kind: RenditionKind.Paper, Language: "en" } => "Paper",
        { Kind: RenditionKind.Paper } => $"Paper in {Languages.Name(form.Language)}",
        _ => $"Translation: {Languages.Name(form.Language)}",
    };

    public static ReadingAim Aim(SurveyForm form) => form switch
    {
        { Kind: RenditionKind.EasyRead, Language: "en" } => ReadingAim.EasyRead,
        { Kind: RenditionKind.EasyRead } => ReadingAim.EasyReadTranslation,
        { Language: "en" } => ReadingAim.Families,
        _ => ReadingAim.Translation,
    };

    public static string Name(Continuity continuity) => continuity switch
    {
        Continuity.SameMeaning => "It asks the same",
        Continuity.Changed => "It asks the same thing in another way",
        _ => "It asks something else",
    };

    public static string Hint(Continuity continuity) => continuity switch
    {
        Continuity.SameMeaning => "Figures go on as if nothing had changed. For example, a spelling mistake was put right.",
        Continuity.Changed => "Figures go on, with a mark where it changed.",
        _ => "Figures begin anew: answers before and after are never compared.",
    };

    public static string Name(AnswerScale scale) =>
        $"{(scale.Kind is QuestionKind.Agreement ? "Agreement" : "Satisfaction")}, {scale.Points.Count} points{(scale.Key.Contains("easy-read", StringComparison.Ordinal) ? " (Easy Read)" : "")}";

    /// <summary>A condition as a sentence's end: the answer to “…” is “…” or “…”.</summary>
    public static string Condition(ShownWhen condition, Questionnaire questionnaire)
    {
        var question = questionnaire.Questions.FirstOrDefault(one => one.Key == condition.QuestionKey);
        var answers = condition.AnyOf.Select(key => $"“{question?.Options.FirstOrDefault(option => option.Key == key)?.Label ?? key}”");
        return $"the answer to “{question?.Text ?? condition.QuestionKey}” is {string.Join(" or ", answers)}";
    }

    public static string? ShownOnlyIf(IReadOnlyList<ShownWhen> conditions, Questionnaire questionnaire) =>
        conditions.Count == 0 ? null : $"Shown only if {string.Join(", and ", conditions.Select(condition => Condition(condition, questionnaire)))}.";

    public static string About(SurveyUse use) => use switch
    {
        { Title: { Length: > 0 } title } => title,
        { Consultation.Title: { } consultation } => consultation,
        _ => "A survey by itself",
    };

    public static string State(SurveyUse use) => use.Wave?.State switch
    {
        WaveState.Open => "Open",
        WaveState.Closed => "Closed",
        WaveState.Coming => "Opens later",
        _ => "Scheduled",
    };
}
