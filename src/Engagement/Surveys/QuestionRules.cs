using System.Text.RegularExpressions;
using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>What holds for every item of an instrument.</summary>
internal static partial class QuestionRules
{
    private const int TextLimit = 1_000;
    private const int MostOptions = 50;
    private const int MostTags = 20;
    private const int MostItems = 200;

    public static Refusal Frozen { get; } = new("INSTRUMENT_VERSION_FROZEN", "This survey is open. Make a new version for the next wave");

    /// <summary>The draft as it would be after an edit, if it still makes sense then.</summary>
    public static Decision Edit(Instrument instrument, object edit)
    {
        if (instrument.Draft is not { } draft)
            return Decision.Refuse(Frozen);

        var next = draft.After(edit);
        if (next.Questions.Count + next.Sections.Count > MostItems)
            return Decision.Refuse("QUESTIONS_TOO_MANY", "Keep to 200 questions and sections. Nobody answers more");

        return Conditions.Check(next) is { } refusal ? Decision.Refuse(refusal) : Decision.To(edit);
    }

    /// <summary>The question with its texts cleaned and with all that can be chosen in it.</summary>
    public static Question Compose(
        string key, QuestionKind kind, string text, string? hint, bool optional, IReadOnlyList<QuestionOption> options, QuestionDetails details)
    {
        var scale = details.Scale ?? (Question.IsScaleKind(kind) ? AnswerScales.Of(kind)?.Key : null);
        var others = details.OtherAnswers ?? (Question.IsScaleKind(kind) ? [OtherAnswers.NotSure.Key] : []);
        return new Question(
            CleanText.OneLine(key),
            kind,
            CleanText.OneLine(text),
            CleanText.OrNull(hint),
            optional || details.AboutYou,
            [
                .. (scale is null ? null : AnswerScales.Find(scale))?.Points ?? [],
                .. options.Select(o => new QuestionOption(CleanText.OneLine(o.Key), CleanText.OneLine(o.Label))),
                .. OtherAnswers.All.Where(o => others.Contains(o.Key)),
            ])
        {
            Scale = scale,
            Section = CleanText.OrNull(details.Section),
            ShownWhen = Clean(details.ShownWhen),
            AboutYou = details.AboutYou,
            Range = kind == QuestionKind.Number ? details.Range ?? new NumberRange(null, null, WholeNumbers: false) : details.Range,
            Tags = [.. details.Tags.Select(CleanText.OneLine).Where(tag => tag.Length > 0).Distinct()],
        };
    }

    public static IReadOnlyList<Condition> Clean(IReadOnlyList<Condition> conditions) =>
        [.. conditions.Select(c => new Condition(CleanText.OneLine(c.QuestionKey), [.. c.AnyOf.Select(CleanText.OneLine).Distinct()]))];

    /// <summary>Whether a key may name something new in the draft.</summary>
    public static Refusal? CheckNewKey(Instrument instrument, string key)
    {
        if (instrument.Draft is not { } draft)
            return Frozen;

        if (!IsKey(key))
            return new Refusal("QUESTION_KEY_INVALID", "Use a short key of letters, digits and hyphens that starts with a letter", "key");

        if (draft.HasKey(key))
            return new Refusal("QUESTION_KEY_TAKEN", "This survey already has a question with this key", "key");

        return instrument.IsRetired(key)
            ? new Refusal("QUESTION_KEY_RETIRED", "This key named an earlier question, whose answers are kept under it. Choose another", "key")
            : null;
    }

    /// <summary>What holds for a question by itself, and against the version that people have answered.</summary>
    public static Refusal? Check(Question question, QuestionDetails details, Instrument instrument)
    {
        if (question.Text.Length == 0)
            return new Refusal("QUESTION_TEXT_MISSING", "Enter the words of the question", "text");

        return CleanText.TooLong(question.Text, TextLimit, "text")
            ?? CleanText.TooLong(question.Hint, TextLimit, "hint")
            ?? CheckOptions(question, details)
            ?? CheckDetails(question, instrument)
            ?? CheckAgainstPublished(question, instrument);
    }

    public static bool IsKey(string key) => Key().IsMatch(key);

    private static Refusal? CheckOptions(Question question, QuestionDetails details)
    {
        if (details.OtherAnswers is { } others && !others.All(OtherAnswers.Include))
            return new Refusal("OTHER_ANSWER_UNKNOWN", "Choose from “I'm not sure”, “Prefer not to say” and “Not applicable”", "otherAnswers");

        if (details.OtherAnswers is { Count: > 0 } && question.Kind is not (QuestionKind.SingleChoice or QuestionKind.MultipleChoice) && !question.IsOnScale)
            return new Refusal("OTHER_ANSWERS_NOT_ALLOWED", "Make this question optional. It has no options to add another answer to", "otherAnswers");

        if (question.Scale is { } scale && AnswerScales.Find(scale)?.Kind != question.Kind)
            return new Refusal("SCALE_UNKNOWN", "Choose a scale of agreement for a statement, or of satisfaction for a question about it", "scale");

        var own = Own(question);
        return question.Kind switch
        {
            QuestionKind.Agreement or QuestionKind.Satisfaction when own.Length > 0 || HasTwice(question) =>
                new Refusal("OPTIONS_NOT_ALLOWED", "The answers come from the scale. Leave the options out", "options"),
            QuestionKind.FreeText when question.Options.Count > 0 =>
                new Refusal("OPTIONS_NOT_ALLOWED", "A question answered in people's own words has no options", "options"),
            QuestionKind.Number or QuestionKind.Date when question.Options.Count > 0 =>
                new Refusal("OPTIONS_NOT_ALLOWED", "A question answered with a number or a date has no options", "options"),
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking => CheckChoices(own, question),
            _ => null,
        };
    }

    /// <summary>The options that are neither points of its scale nor one of the other answers as we word them.</summary>
    private static QuestionOption[] Own(Question question)
    {
        var points = question.Scale is { } scale ? AnswerScales.Find(scale)?.Points ?? [] : [];
        return [.. question.Options.Where(o => !points.Contains(o) && !OtherAnswers.All.Contains(o))];
    }

    private static bool HasTwice(Question question) =>
        question.Options.DistinctBy(o => o.Key, StringComparer.OrdinalIgnoreCase).Count() < question.Options.Count;

    private static Refusal? CheckChoices(QuestionOption[] own, Question question)
    {
        if (own.Length is < 2 or > MostOptions)
            return new Refusal("OPTIONS_MISSING", "Add between 2 and 50 options to choose from", "options");

        if (own.FirstOrDefault(o => !IsKey(o.Key)) is not null)
        {
            return new Refusal(
                "OPTION_KEY_INVALID", "Use short option keys of letters, digits and hyphens that start with a letter", "options");
        }

        if (HasTwice(question))
            return new Refusal("OPTION_KEY_TAKEN", "Give each option its own key", "options");

        if (own.Any(o => OtherAnswers.Include(o.Key)))
            return new Refusal("OPTION_KEY_RESERVED", "Add “I'm not sure” and its like as other answers, so that they are counted as such", "options");

        return own.Any(o => o.Label.Length is 0 or > CleanText.LineLimit)
            ? new Refusal("OPTION_LABEL_MISSING", "Give each option a label of 300 characters or fewer", "options")
            : null;
    }

    private static Refusal? CheckDetails(Question question, Instrument instrument)
    {
        if (question.Section is { } section && instrument.Draft?.FindSection(section) is null)
            return new Refusal("SECTION_MISSING", "Add this section before you put questions in it", "section");

        if (question.AboutYou && question.Kind is QuestionKind.FreeText or QuestionKind.Date)
        {
            return new Refusal(
                "ABOUT_YOU_IDENTIFIES", "Ask about the person with options or a number. Words and dates could identify someone", "kind");
        }

        if (question.Range is { } range)
        {
            if (question.Kind != QuestionKind.Number)
                return new Refusal("RANGE_NOT_ALLOWED", "Only a question answered with a number has a least and a most", "range");

            if (range.Least > range.Most)
                return new Refusal("RANGE_INVALID", "Enter a most that is not less than the least", "range");
        }

        return question.Tags.Count > MostTags || question.Tags.Any(tag => tag.Length > 100)
            ? new Refusal("TAGS_TOO_LONG", "Use up to 20 tags of 100 characters or fewer", "tags")
            : null;
    }

    // Answers on one scale do not turn into answers on another because a question was edited.
    private static Refusal? CheckAgainstPublished(Question question, Instrument instrument)
    {
        if (instrument.FindPublished(question.Key) is not { } published)
            return null;

        if (published.Kind != question.Kind)
        {
            return new Refusal(
                "QUESTION_KIND_CHANGED", "People have answered this question in another way. Remove it and add the new one under a new key", "kind");
        }

        if (published.AboutYou != question.AboutYou)
        {
            return new Refusal(
                "ABOUT_YOU_CHANGED", "Its answers are kept elsewhere. Remove this question and add the new one under a new key", "aboutYou");
        }

        return published.Scale == question.Scale
            ? null
            : new Refusal("SCALE_CHANGED", "A changed scale is a new statement. Remove this one and add the new one under a new key", "scale");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
