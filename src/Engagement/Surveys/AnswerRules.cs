using System.Globalization;
using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>What an answer must be to be taken: by the kind of its question, and only where the question was asked.</summary>
internal static class AnswerRules
{
    public const int LongestText = 5_000;

    // Answers are added up: what nobody means must not be more than a sum can hold.
    private const decimal MostNumber = 1_000_000_000_000m;

    public static Refusal? Check(FilledForm form, Survey survey)
    {
        if (form.QuestionsOf(survey) is not { } questions)
            return new Refusal("RENDITION_NOT_OFFERED", "This survey is not offered in this form and language. Load the survey again", "rendition");

        if (form.Answers.FirstOrDefault(a => questions.All(q => q.Key != a.QuestionKey)) is { } stray)
            return new Refusal("ANSWER_UNKNOWN_QUESTION", "This survey has no such question. Load the survey again", stray.QuestionKey);

        var shown = form.Shown(survey, questions);
        foreach (var question in questions)
        {
            GivenAnswer[] given = [.. form.Answers.Where(a => a.QuestionKey == question.Key)];
            if (given.Length > 1)
                return new Refusal("ANSWER_GIVEN_TWICE", "Give one answer to this question", question.Key);

            var answer = given.SingleOrDefault();
            var refusal = shown.Contains(question) ? Check(question, answer) : CheckHidden(question, answer);
            if (refusal is not null)
                return refusal;
        }

        return null;
    }

    /// <summary>The options chosen, however the caller sent them: one, or several.</summary>
    public static IReadOnlyList<string> Chosen(GivenAnswer given) =>
        string.IsNullOrEmpty(given.OptionKey)
            ? given.OptionKeys ?? []
            : [given.OptionKey, .. (given.OptionKeys ?? []).Where(o => o != given.OptionKey)];

    public static IReadOnlyList<string> Ranked(GivenAnswer given) => given.Ranking ?? [];

    public static bool IsEmpty(GivenAnswer given) => given.Number is null
        && given.Date is null
        && Ranked(given).Count == 0
        && Chosen(given).Count == 0
        && CleanText.OrNull(given.Text) is null;

    private static Refusal? CheckHidden(Question question, GivenAnswer? answer) => answer is null || IsEmpty(answer)
        ? null
        : new Refusal("ANSWER_NOT_ASKED", "This question is not asked after your other answers. Take this answer out", question.Key);

    private static Refusal? Check(Question question, GivenAnswer? answer)
    {
        if (answer is null || IsEmpty(answer))
            return question.Optional || question.AboutYou ? null : new Refusal("ANSWER_REQUIRED", Request(question.Kind), question.Key);

        return CheckKind(question, answer) ?? question.Kind switch
        {
            QuestionKind.FreeText => CleanText.Of(answer.Text).Length > LongestText
                ? new Refusal("ANSWER_TOO_LONG", "Your answer must be 5,000 characters or fewer", question.Key)
                : null,
            QuestionKind.Number => CheckNumber(question, answer.Number!.Value),
            QuestionKind.Date => null,
            QuestionKind.Ranking when Ranked(answer).Count > 0 => CheckRanking(question, Ranked(answer)),
            _ => CheckOptions(question, Chosen(answer)),
        };
    }

    private static string Request(QuestionKind kind) => kind switch
    {
        QuestionKind.FreeText => "Enter your answer",
        QuestionKind.Number => "Enter a number",
        QuestionKind.Date => "Enter a date",
        QuestionKind.Ranking => "Put the answers in your order",
        QuestionKind.MultipleChoice => "Select at least one answer",
        _ => "Select an answer",
    };

    /// <summary>An answer of another kind than the question asks for.</summary>
    private static Refusal? CheckKind(Question question, GivenAnswer answer)
    {
        var (words, number, date, options, ranking) = (
            CleanText.OrNull(answer.Text) is not null, answer.Number is not null, answer.Date is not null, Chosen(answer).Count > 0, Ranked(answer).Count > 0);
        var (isRight, how) = question.Kind switch
        {
            QuestionKind.FreeText => (!(number || date || options || ranking), "in your own words"),
            QuestionKind.Number => (!(words || date || options || ranking), "with a number"),
            QuestionKind.Date => (!(words || number || options || ranking), "with a date"),
            QuestionKind.Ranking => (!(words || number || date || (options && ranking)), "by putting its options in your order"),
            _ => (!(words || number || date || ranking), "with one of its options"),
        };
        return isRight ? null : new Refusal("ANSWER_UNKNOWN_OPTION", $"Answer this question {how}", question.Key);
    }

    private static Refusal? CheckOptions(Question question, IReadOnlyList<string> chosen)
    {
        if (chosen.Any(key => !question.HasOption(key)))
            return new Refusal("ANSWER_UNKNOWN_OPTION", "Select one of the answers shown", question.Key);

        if (question.Kind == QuestionKind.Ranking)
        {
            return chosen is [var only] && OtherAnswers.Include(only)
                ? null
                : new Refusal("ANSWER_UNKNOWN_OPTION", "Answer this question by putting its options in your order", question.Key);
        }

        if (question.Kind != QuestionKind.MultipleChoice)
            return chosen.Count == 1 ? null : new Refusal("ANSWER_ONE_OPTION", "Select one answer only", question.Key);

        if (chosen.Distinct().Count() < chosen.Count)
            return new Refusal("ANSWER_GIVEN_TWICE", "Select each answer once", question.Key);

        return chosen.Count > 1 && chosen.FirstOrDefault(OtherAnswers.Include) is { } alone
            ? new Refusal("ANSWER_EXCLUSIVE", $"Select \"{Label(question, alone)}\" or other answers, not both", question.Key)
            : null;
    }

    private static Refusal? CheckRanking(Question question, IReadOnlyList<string> ranking)
    {
        if (ranking.Any(key => !question.HasOption(key) || OtherAnswers.Include(key)))
            return new Refusal("ANSWER_UNKNOWN_OPTION", "Put only the answers shown in your order", question.Key);

        return ranking.Distinct().Count() == ranking.Count
            ? null
            : new Refusal("ANSWER_GIVEN_TWICE", "Give each answer one place in your order", question.Key);
    }

    private static Refusal? CheckNumber(Question question, decimal number)
    {
        if (Math.Abs(number) >= MostNumber)
            return new Refusal("ANSWER_NUMBER_INVALID", "Enter a number of 12 digits or fewer", question.Key);

        if (question.Range is not { } range || range.Contains(number))
            return null;

        var kind = range.WholeNumbers ? "a whole number" : "a number";
        var message = (range.Least, range.Most) switch
        {
            ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"Enter {kind} from {least} to {most}"),
            ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"Enter {kind} of {least} or more"),
            (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"Enter {kind} of {most} or less"),
            _ => $"Enter {kind}",
        };
        return new Refusal("ANSWER_NUMBER_INVALID", message, question.Key);
    }

    private static string Label(Question question, string key) => question.Options.First(o => o.Key == key).Label;
}
