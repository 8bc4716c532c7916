namespace Engagement.Surveys;

/// <summary>What may be said of a question beside its words. All of it may be left out.</summary>
public sealed record QuestionDetails
{
    public static QuestionDetails None { get; } = new();

    /// <summary>The key of an <see cref="AnswerScale"/>; null: the usual one of five points, for a question answered on a scale.</summary>
    public string? Scale { get; init; }

    /// <summary>Keys of <see cref="Surveys.OtherAnswers"/>; null: "I'm not sure" on a scale, else none.</summary>
    public IReadOnlyList<string>? OtherAnswers { get; init; }

    public string? Section { get; init; }

    public IReadOnlyList<Condition> ShownWhen { get; init; } = [];

    public bool AboutYou { get; init; }

    public NumberRange? Range { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
