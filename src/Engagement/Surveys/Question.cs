using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>A question as it is asked.</summary>
/// <param name="Key">Names it in all versions and renditions of its instrument, and never another one.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">Its words.</param>
/// <param name="Hint">A sentence that helps to answer it.</param>
/// <param name="Optional">Whether it may be left out.</param>
/// <param name="Options">
/// All that can be chosen, in order: also the points of its scale, and answers such as "I'm not sure". So the words people saw stay with the
/// question for ever.
/// </param>
public sealed record Question(
    string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options)
{
    /// <summary>The key of its <see cref="AnswerScale"/>, of a question answered on one.</summary>
    public string? Scale { get; init; }

    /// <summary>The key of the section it is in; null: it comes before all sections.</summary>
    public string? Section { get; init; }

    /// <summary>It is asked when all of these hold. They look at questions before it only.</summary>
    public IReadOnlyList<Condition> ShownWhen { get; init; } = [];

    /// <summary>Asks about the person. Always optional, and kept apart from the answers.</summary>
    public bool AboutYou { get; init; }

    /// <summary>The numbers that a number question takes.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>What its answers are used for, such as the measure they feed.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The name of the symbol beside its words, in a rendition that has one.</summary>
    // So it is not recorded of the question itself.
    [JsonIgnore]
    public string? Symbol { get; init; }

    /// <summary>The symbols beside some of its options, in a rendition that has them.</summary>
    [JsonIgnore]
    public IReadOnlyList<OptionSymbol> OptionSymbols { get; init; } = [];

    /// <summary>Whether it is answered on a scale, of agreement or of satisfaction.</summary>
    public bool IsOnScale => IsScaleKind(Kind);

    /// <summary>Whether it is answered with options, so that what comes later can depend on which.</summary>
    public bool HasOptions => Kind is not (QuestionKind.FreeText or QuestionKind.Number or QuestionKind.Date);

    public bool HasOption(string key) => Options.Any(o => o.Key == key);

    public static bool IsScaleKind(QuestionKind kind) => kind is QuestionKind.Agreement or QuestionKind.Satisfaction;
}
