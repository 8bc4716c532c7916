namespace Engagement.Surveys;

/// <summary>An answer as someone gave it, not yet checked against its question.</summary>
public sealed record GivenAnswer(string QuestionKey, string? OptionKey, string? Text)
{
    /// <summary>Of a multiple choice.</summary>
    public IReadOnlyList<string>? OptionKeys { get; init; }

    public decimal? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Keys of options; the first has the most weight.</summary>
    public IReadOnlyList<string>? Ranking { get; init; }
}
