using Engagement.Web.Forms;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.HaveYourSay;

/// <summary>What stops an answer from being taken, in words for the person who gave it. The platform has the last word when the answers are sent.</summary>
internal static class AnswerRules
{
    public static FieldError? Check(Question question, Answer? answer, IStringLocalizer<Texts> texts, string field = Answer.Field) => Problem(question, answer, texts) is var (message, code)
        ? new FieldError(message, field, code)
        : null;

    private static (string Message, string Code)? Problem(Question question, Answer? answer, IStringLocalizer<Texts> texts)
    {
        if (answer is null or { IsEmpty: true })
            return question.CanBeLeftOut ? null : (texts[WhenMissing(question)], "ANSWER_REQUIRED");
        return question.Kind switch
        {
            QuestionKind.FreeText => answer.Text is { Length: > Answer.LongestText } text
                ? (texts["Your answer must be {0} characters or fewer. It has {1}", $"{Answer.LongestText:N0}", $"{text.Length:N0}"], "ANSWER_TOO_LONG")
                : null,
            QuestionKind.Number => Fits(question.Range, answer.Number) ? null : (NumberWanted(question.Range, texts), "ANSWER_NUMBER_INVALID"),
            QuestionKind.Date => answer.Date is null ? (texts["Enter a real date, such as 27 3 2019"], "ANSWER_DATE_INVALID") : null,
            _ => ProblemOfOptions(question, answer, texts),
        };
    }

    private static (string Message, string Code)? ProblemOfOptions(Question question, Answer answer, IStringLocalizer<Texts> texts)
    {
        if (answer.Options.Any(key => question.Options.All(o => o.Key != key)) || (answer.Options.Count > 1 && !TakesSeveral(question)))
            return (texts["Choose one of the answers on the page"], "ANSWER_UNKNOWN_OPTION");
        var alone = question.Options.FirstOrDefault(o => o.IsOtherAnswer && answer.Options.Contains(o.Key));
        if (alone is not null && (answer.Options.Count > 1 || answer.Text is not null))
            return (texts["Choose “{0}” or other answers, not both", alone.Label], "ANSWER_EXCLUSIVE");
        return answer.Text is null ? null : (texts["Give each answer a place of its own"], "ANSWER_GIVEN_TWICE");
    }

    private static bool TakesSeveral(Question question) => question.Kind is QuestionKind.MultipleChoice or QuestionKind.Ranking;

    private static bool Fits(NumberRange? range, decimal? number) => number is not null
        && (range is null || (!(number < range.Least) && !(number > range.Most) && !(range.WholeNumbers && number != decimal.Truncate(number.Value))));

    public static string NumberWanted(NumberRange? range, IStringLocalizer<Texts> texts) => range switch
    {
        { WholeNumbers: true, Least: { } least, Most: { } most } => texts["Enter a whole number from {0} to {1}", $"{least:0.####}", $"{most:0.####}"],
        { WholeNumbers: true, Least: { } least } => texts["Enter a whole number of {0} or more", $"{least:0.####}"],
        { WholeNumbers: true, Most: { } most } => texts["Enter a whole number of {0} or less", $"{most:0.####}"],
        { WholeNumbers: true } => texts["Enter a whole number"],
        { Least: { } least, Most: { } most } => texts["Enter a number from {0} to {1}", $"{least:0.####}", $"{most:0.####}"],
        { Least: { } least } => texts["Enter a number of {0} or more", $"{least:0.####}"],
        { Most: { } most } => texts["Enter a number of {0} or less", $"{most:0.####}"],
        _ => texts["Enter a number in figures"],
    };

    private static string WhenMissing(Question question) => question.Kind switch
    {
        QuestionKind.FreeText => "Write your answer",
        QuestionKind.Agreement when question.Options.Any(o => o.IsOtherAnswer) => "Choose how much you agree. If you are not sure, choose “I’m not sure”",
        QuestionKind.Agreement => "Choose how much you agree",
        QuestionKind.Satisfaction => "Choose how happy you are with it",
        QuestionKind.MultipleChoice => "Choose at least one answer",
        QuestionKind.Ranking => "Give at least one answer a place",
        QuestionKind.Number => "Enter a number",
        QuestionKind.Date => "Enter a date",
        _ => "Choose an answer",
    };
}
