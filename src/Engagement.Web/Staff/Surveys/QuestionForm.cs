using System.Globalization;
using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A question as it is being written. Its fields are named as the mutation's input, so that what is refused is said beside them.</summary>
public sealed record QuestionForm
{
    public const string AddOption = "add";
    public const string MoveUp = "up-";
    public const string MoveDown = "down-";
    public const string Drop = "drop-";
    public const string Do = "do";
    private const int FirstOptions = 3;
    private const int MostOptions = 50;

    public required QuestionKind Kind { get; init; }

    /// <summary>Names the question; empty until it is added: then it is made from its words unless one is given.</summary>
    public string Key { get; init; } = "";

    public string Text { get; init; } = "";

    public string Hint { get; init; } = "";

    public string Section { get; init; } = "";

    public bool Optional { get; init; }

    public bool AboutYou { get; init; }

    public string Scale { get; init; } = "";

    /// <summary>What there is to choose from, with the keys of those that have been saved.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    public IReadOnlyList<string> OtherAnswers { get; init; } = [];

    public string Least { get; init; } = "";

    public string Most { get; init; } = "";

    public bool WholeNumbers { get; init; }

    public string Tags { get; init; } = "";

    public IReadOnlyList<ShownWhen> ShownWhen { get; init; } = [];

    /// <summary>The number of the option that was moved or added just now, from 1; the page shows it first.</summary>
    public int? Touched { get; init; }

    public bool HasOptions => Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking;

    public bool IsOnScale => Kind is QuestionKind.Agreement or QuestionKind.Satisfaction;

    public bool TakesOtherAnswers => IsOnScale || Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice;

    /// <summary>Words and dates could identify somebody, so they are never kept as what is known about a person.</summary>
    public bool MayBeAboutYou => Kind is not (QuestionKind.FreeText or QuestionKind.Date);

    public static string OptionField(int number) => string.Create(CultureInfo.InvariantCulture, $"options{number}");

    public static string OptionKeyField(int number) => string.Create(CultureInfo.InvariantCulture, $"_optionKey{number}");

    /// <summary>The boxes of an earlier question's answers.</summary>
    public static string WhenField(string questionKey) => $"shownWhen-{questionKey}";

    internal static QuestionForm Begin(QuestionKind kind, string? section, bool aboutYou) => new QuestionForm
    {
        Kind = kind,
        Section = section ?? "",
        AboutYou = aboutYou,
        Optional = aboutYou,
        OtherAnswers = kind is QuestionKind.Agreement or QuestionKind.Satisfaction ? ["not-sure"] : aboutYou ? ["prefer-not-to-say"] : [],
    }.WithRoomForOptions(FirstOptions);

    internal static QuestionForm Of(Question question) => new QuestionForm
    {
        Kind = question.Kind,
        Key = question.Key,
        Text = question.Text,
        Hint = question.Hint ?? "",
        Section = question.Section ?? "",
        Optional = question.Optional,
        AboutYou = question.AboutYou,
        Scale = question.Scale?.Key ?? "",
        Options = question.IsOnScale ? [] : [.. question.Points.Select(option => new FormOption(option.Key, option.Label))],
        OtherAnswers = [.. question.Options.Where(option => option.IsOtherAnswer).Select(option => option.Key)],
        Least = question.Range?.Least?.ToString("0.####", CultureInfo.InvariantCulture) ?? "",
        Most = question.Range?.Most?.ToString("0.####", CultureInfo.InvariantCulture) ?? "",
        WholeNumbers = question.Range?.WholeNumbers == true,
        Tags = string.Join(", ", question.Tags),
        ShownWhen = question.ShownWhen,
    };

    internal static QuestionForm From(QuestionKind kind, string key, SubmittedForm form, Questionnaire questionnaire) => new()
    {
        Kind = kind,
        Key = key,
        Text = form["text"],
        Hint = form["hint"],
        Section = form["section"],
        Optional = form["optional"].Length > 0,
        AboutYou = form["aboutYou"].Length > 0,
        Scale = form["scale"],
        Options = [.. Enumerable.Range(1, MostOptions).Where(number => form.Fields.Any(field => field.Key == OptionField(number)))
            .Select(number => new FormOption(form[OptionKeyField(number)], form[OptionField(number)]))],
        OtherAnswers = form.All("otherAnswers"),
        Least = form["least"],
        Most = form["most"],
        WholeNumbers = form["wholeNumbers"].Length > 0,
        Tags = form["tags"],
        ShownWhen = ReadConditions(form, questionnaire),
    };

    internal static IReadOnlyList<ShownWhen> ReadConditions(SubmittedForm form, Questionnaire questionnaire) =>
    [
        .. questionnaire.Questions.Select(question => new ShownWhen(question.Key, form.All(WhenField(question.Key)))).Where(condition => condition.AnyOf.Count > 0),
    ];

    /// <summary>With its options as a button beside them says. Nothing is saved by that.</summary>
    public QuestionForm After(string button)
    {
        ArgumentNullException.ThrowIfNull(button);
        var options = Options.ToList();
        if (button == AddOption)
            return options.Count < MostOptions ? this with { Options = [.. options, FormOption.Empty], Touched = options.Count + 1 } : this;
        var index = (int.TryParse(button[(button.IndexOf('-', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture, out var number) ? number : 0) - 1;
        if (index < 0 || index >= options.Count)
            return this;
        var option = options[index];
        options.RemoveAt(index);
        if (button.StartsWith(Drop, StringComparison.Ordinal))
            return (this with { Options = options, Touched = Math.Max(1, index) }).WithRoomForOptions(1);
        var to = Math.Clamp(button.StartsWith(MoveUp, StringComparison.Ordinal) ? index - 1 : index + 1, 0, options.Count);
        options.Insert(to, option);
        return this with { Options = options, Touched = to + 1 };
    }

    /// <summary>What cannot be sent as it is. Everything else is for the platform to say.</summary>
    internal IEnumerable<FieldError> Check()
    {
        if (Least.Length > 0 && WrittenNumber.Read(Least) is null)
            yield return new FieldError("Enter a number in figures, or leave it empty", "least");
        if (Most.Length > 0 && WrittenNumber.Read(Most) is null)
            yield return new FieldError("Enter a number in figures, or leave it empty", "most");
    }

    /// <summary>The input of the mutation that adds or changes it.</summary>
    internal object Input(string instrumentId, string key, int? version, string idempotencyKey)
    {
        var others = TakesOtherAnswers ? OtherAnswers : null;
        var range = Kind is QuestionKind.Number
            ? new { least = WrittenNumber.Read(Least), most = WrittenNumber.Read(Most), wholeNumbers = WholeNumbers }
            : null;
        var scale = IsOnScale && Scale.Length > 0 ? Scale : null;
        string[] tags = [.. Tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var hint = Hint.Length > 0 ? Hint : null;
        var section = Section.Length > 0 ? Section : null;
        var conditions = ShownWhen.Select(condition => new { questionKey = condition.QuestionKey, anyOf = condition.AnyOf });
        return IsNewStatement
            ? new
            {
                instrumentId,
                key,
                text = Text,
                hint,
                optional = Optional,
                aboutYou = AboutYou,
                scale,
                otherAnswers = others,
                section,
                shownWhen = conditions,
                tags,
                expectedVersion = version,
                idempotencyKey,
            }
            : new
            {
                instrumentId,
                key,
                kind = Kind.InSchema(),
                text = Text,
                hint,
                optional = Optional,
                aboutYou = AboutYou,
                scale,
                otherAnswers = others,
                options = HasOptions ? KeyedOptions() : null,
                range,
                section,
                shownWhen = conditions,
                tags,
                expectedVersion = version,
                idempotencyKey,
            };
    }

    /// <summary>The mutation that makes it so.</summary>
    public string Mutation => Key.Length > 0 ? "changeQuestion" : IsNewStatement ? "addStatement" : "addQuestion";

    private bool IsNewStatement => Key.Length == 0 && Kind is QuestionKind.Agreement;

    private QuestionForm WithRoomForOptions(int least) => HasOptions && Options.Count < least
        ? this with { Options = [.. Options, .. Enumerable.Repeat(FormOption.Empty, least - Options.Count)] }
        : this;

    // What people chose before goes on being called by the key it had, whatever its words are now.
    private List<object> KeyedOptions()
    {
        var taken = Options.Select(option => option.Key).Where(key => key.Length > 0).ToList();
        var keyed = new List<object>();
        foreach (var option in Options.Where(option => option.Label.Length > 0))
        {
            var key = option.Key;
            if (key.Length == 0)
                taken.Add(key = ItemKeys.From(option.Label, taken.Concat(Reserved), "option"));
            keyed.Add(new { key, label = option.Label });
        }

        return keyed;
    }

    /// <summary>Keys of answers that are no opinion: an option of one's own may not have them.</summary>
    private static readonly string[] Reserved = ["not-sure", "prefer-not-to-say", "not-applicable"];
}

public sealed record FormOption(string Key, string Label)
{
    public static FormOption Empty { get; } = new("", "");
}
