using Engagement.Web.HaveYourSay;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Paper;

/// <summary>A survey on paper.</summary>
/// <param name="Walk">What is asked, in the form in which it is printed.</param>
/// <param name="Number">Tells this copy from all others when it is typed in.</param>
/// <param name="Address">Where the same can be answered online.</param>
/// <param name="ReturnTo">Where it is posted to.</param>
/// <param name="Items">What stands on it, in order.</param>
public sealed record PaperSheet(Walk Walk, string Number, string Address, string ReturnTo, IReadOnlyList<PaperItem> Items)
{
    /// <summary>Nobody is asked yet: it is printed to be looked at, and says so. What is filled in on it cannot be typed in.</summary>
    public bool IsDraft { get; init; }

    public const string DraftMark = "DRAFT – do not fill in";
}

/// <summary>One thing on the paper: a section's title and introduction, or a question with its number.</summary>
/// <param name="Number">The question's; null for a section.</param>
/// <param name="Text">The question or the title.</param>
/// <param name="Hints">What is said with it: other people's words.</param>
/// <param name="How">How to answer it, and when not to: our words.</param>
/// <param name="Options">The boxes to tick, or what to put in order.</param>
/// <param name="Lines">How many lines there are to write on.</param>
/// <param name="Key">Names the question for whoever types it in.</param>
public sealed record PaperItem(
    int? Number, string Text, IReadOnlyList<string> Hints, IReadOnlyList<string> How, IReadOnlyList<string> Options, int Lines, string Key)
{
    public static IEnumerable<PaperItem> Of(Walk walk, IStringLocalizer<Texts> texts)
    {
        ArgumentNullException.ThrowIfNull(walk);
        ArgumentNullException.ThrowIfNull(texts);
        string? section = null;
        foreach (var (index, question) in walk.Questionnaire.Questions.Index())
        {
            if (question.Section != section && walk.SectionOf(question) is { } entered)
                yield return new PaperItem(null, entered.Title, entered.Introduction is { Length: > 0 } about ? about.Split('\n') : [], Conditions(walk, entered.ShownWhen, texts), [], 0, entered.Key);
            section = question.Section;
            yield return new PaperItem(
                index + 1,
                question.Text,
                question.Hint is { Length: > 0 } hint ? [hint] : [],
                [.. Conditions(walk, question.ShownWhen, texts), .. Instructions(question, texts)],
                [.. question.Options.Select(option => option.Label)],
                LinesOf(question),
                question.Key);
        }
    }

    private static int LinesOf(Question question) => question.Kind switch
    {
        QuestionKind.FreeText => 8,
        QuestionKind.Number or QuestionKind.Date => 1,
        _ => 0,
    };

    private static IEnumerable<string> Instructions(Question question, IStringLocalizer<Texts> texts)
    {
        if (question.CanBeLeftOut)
            yield return texts["You can leave this out."];
        switch (question.Kind)
        {
            case QuestionKind.MultipleChoice:
                yield return texts["Tick all that are right for you."];
                break;
            case QuestionKind.Ranking:
                yield return texts["Write 1 beside what matters most to you, then 2, and so on. You can leave some empty."];
                break;
            case QuestionKind.Number when question.Range is { } range:
                yield return AnswerRules.NumberWanted(range, texts) + ".";
                break;
            case QuestionKind.Date:
                yield return texts["Write day, month and year."];
                break;
            case QuestionKind.FreeText:
                yield return texts["Please do not write the names of children, staff or schools. Use more paper if you like."];
                break;
            case not QuestionKind.Number:
                yield return texts["Tick one."];
                break;
        }
    }

    private static List<string> Conditions(Walk walk, IReadOnlyList<ShownWhen> conditions, IStringLocalizer<Texts> texts) =>
    [
        .. conditions
            .Select(condition => (condition, Question: walk.Questionnaire.Questions.FirstOrDefault(q => q.Key == condition.QuestionKey)))
            .Where(found => found.Question is not null)
            .Select(found => texts["Only if you ticked this in question {0}: {1}", walk.NumberOf(found.Question!), Labels(found.condition, found.Question!)].Value),
    ];

    private static string Labels(ShownWhen condition, Question question) =>
        string.Join(" / ", condition.AnyOf.Select(key => question.Options.FirstOrDefault(o => o.Key == key)?.Label ?? key));
}
