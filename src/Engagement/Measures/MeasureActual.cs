namespace Engagement.Measures;

/// <summary>What came of a period, as it was first reported and as it is known now.</summary>
public sealed record MeasureActual
{
    /// <summary>The period.</summary>
    public required string Period { get; init; }

    /// <summary>The value; null where it is told in words.</summary>
    public decimal? Value { get; init; }

    /// <summary>How many.</summary>
    public int? Part { get; init; }

    /// <summary>Of how many.</summary>
    public int? Whole { get; init; }

    /// <summary>What is there, in words.</summary>
    public string? Text { get; init; }

    /// <summary>The statements it is the mean of.</summary>
    public IReadOnlyList<StatementValue> Parts { get; init; } = [];

    /// <summary>Whether a survey wave reported it by itself.</summary>
    public bool IsFromSurvey { get; init; }

    /// <summary>Whether it was counted from the meetings of the groups, and nobody has corrected it since.</summary>
    public bool IsFromMeetings { get; init; }

    /// <summary>The value as it was first reported.</summary>
    public decimal? FirstValue { get; init; }

    /// <summary>Why it was corrected, the latest last; empty where it was not. Marked r where it is shown.</summary>
    public IReadOnlyList<string> CorrectedBecause { get; init; } = [];
}
