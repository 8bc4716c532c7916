namespace Engagement.Surveys;

/// <summary>An answer as someone gave it, not yet checked against its question.</summary>
/// <param name="QuestionKey">The key of the question.</param>
/// <param name="OptionKey">The key of the option, of a question with one answer.</param>
/// <param name="Text">In words.</param>
public sealed record GivenAnswer(string QuestionKey, string? OptionKey, string? Text)
{
    /// <summary>Of a multiple choice.</summary>
    public IReadOnlyList<string>? OptionKeys { get; init; }

    /// <summary>As a number.</summary>
    public decimal? Number { get; init; }

    /// <summary>As a date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Keys of options; the first has the most weight.</summary>
    public IReadOnlyList<string>? Ranking { get; init; }
}
