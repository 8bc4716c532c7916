using Engagement.Common;

namespace Engagement.Measures;

/// <summary>What came of a period, as somebody reports it.</summary>
/// <param name="Value">The value; of a percentage left out where the part and the whole are given.</param>
/// <param name="Part">How many.</param>
/// <param name="Whole">Of how many.</param>
/// <param name="Text">What is there, of a milestone, or what has to be known of the figure.</param>
public sealed record ReportedFigure(decimal? Value, int? Part, int? Whole, string? Text)
{
    internal string? Words => CleanText.OrNull(Text);

    /// <summary>The value as it is shown.</summary>
    internal decimal? ValueOf(MeasureRecord measure) =>
        measure.Kind == MeasureKind.Percentage && Part is { } part && Whole is > 0 and var whole ? RatingRule.Rounded(100m * part / whole) : Value;

    internal Refusal? Check(MeasureRecord measure)
    {
        if (CleanText.TooLong(Words, CleanText.ParagraphLimit, "figure.text") is { } tooLong)
            return tooLong;

        if (measure.Kind == MeasureKind.Milestone)
            return Words is null ? new Refusal("TEXT_MISSING", "Say what is there now", "figure.text") : null;

        if (Part is null != Whole is null)
            return new Refusal("PART_AND_WHOLE", "Enter both how many and of how many", Part is null ? "figure.part" : "figure.whole");

        if (Whole < 1)
            return new Refusal("WHOLE_INVALID", "Enter of how many, 1 or more", "figure.whole");

        if (Part < 0 || Part > Whole)
            return new Refusal("PART_INVALID", "Enter how many of them: 0 or more, and not more than all", "figure.part");

        if (ValueOf(measure) is not { } value)
        {
            return measure.Kind == MeasureKind.Percentage
                ? new Refusal("VALUE_MISSING", "Enter how many and of how many, or the percentage", "figure.value")
                : new Refusal("VALUE_MISSING", "Enter the number", "figure.value");
        }

        return MeasureRules.Check(measure, value, "figure.value");
    }
}
