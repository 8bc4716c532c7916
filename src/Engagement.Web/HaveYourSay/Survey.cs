using Engagement.Web.Consultations;

namespace Engagement.Web.HaveYourSay;

/// <summary>A consultation's surveys, as whoever answers one has to know them.</summary>
public sealed record Survey(
    string Slug,
    string Title,
    ConsultationState State,
    IReadOnlyList<Audience>? Audiences,
    string DecisionMaker,
    DateOnly DecisionExpectedOn,
    DateOnly? OpensOn,
    DateOnly? ClosesOn,
    DateOnly? ResponseDueOn,
    SurveyName? Wave,
    IReadOnlyList<SurveyWave> Waves)
{
    /// <summary>The survey for these people; where none is meant for them, the consultation's own.</summary>
    public SurveyWave? For(Audience? audience) =>
        Waves.FirstOrDefault(wave => audience is not null && wave.Audience == audience && wave.State is WaveState.Open)
        ?? Waves.FirstOrDefault(wave => wave.Id == Wave?.Id);
}

public sealed record SurveyName(string Id);

/// <summary>One run of a survey. Its questionnaire is null where it is not offered in the form and language that was asked for.</summary>
public sealed record SurveyWave(
    string Id, WaveState State, Audience? Audience, DateOnly ClosesOn, IReadOnlyList<SurveyForm> OfferedIn, Questionnaire? Questionnaire);

/// <summary>A form and a language in which a survey can be answered.</summary>
public sealed record SurveyForm(RenditionKind Kind, string Language)
{
    public static SurveyForm Standard { get; } = new(RenditionKind.Standard, "en");

    /// <summary>One word for a form field.</summary>
    public string Name => $"{Kind}-{Language}";
}

public sealed record Questionnaire(IReadOnlyList<QuestionSection> Sections, IReadOnlyList<Question> Questions)
{
    public static Questionnaire Empty { get; } = new([], []);
}

public sealed record QuestionSection(string Key, string Title, string? Introduction, IReadOnlyList<ShownWhen> ShownWhen)
{
    /// <summary>The name of the picture beside its words.</summary>
    public string? Symbol { get; init; }
}

/// <summary>Holds when an earlier question was answered with one of these options.</summary>
public sealed record ShownWhen(string QuestionKey, IReadOnlyList<string> AnyOf);

public sealed record Question(
    string Key,
    QuestionKind Kind,
    string Text,
    string? Hint,
    bool Optional,
    bool AboutYou,
    string? Section,
    QuestionScale? Scale,
    NumberRange? Range,
    IReadOnlyList<ShownWhen> ShownWhen,
    IReadOnlyList<QuestionOption> Options)
{
    /// <summary>The name of the picture beside its words.</summary>
    public string? Symbol { get; init; }

    /// <summary>The names of the pictures beside its options.</summary>
    public IReadOnlyList<OptionSymbol> OptionSymbols { get; init; } = [];

    /// <summary>What its answers are used for; only those who write the questions are told.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? SymbolOf(QuestionOption option) => OptionSymbols.FirstOrDefault(symbol => symbol.Key == option.Key)?.Symbol;

    public bool CanBeLeftOut => Optional || AboutYou;

    /// <summary>The points of a scale, or what else there is to choose from; not "I'm not sure" and its like.</summary>
    public IEnumerable<QuestionOption> Points => Options.Where(option => !option.IsOtherAnswer);

    public bool IsOnScale => Kind is QuestionKind.Agreement or QuestionKind.Satisfaction;
}

public sealed record QuestionScale(string Key);

public sealed record NumberRange(decimal? Least, decimal? Most, bool WholeNumbers);

public sealed record OptionSymbol(string Key, string Symbol);

public sealed record QuestionOption(string Key, string Label, bool IsOtherAnswer);

public enum QuestionKind
{
    Agreement,
    Satisfaction,
    SingleChoice,
    MultipleChoice,
    FreeText,
    Number,
    Ranking,
    Date,
}
