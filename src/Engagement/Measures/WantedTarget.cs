using Engagement.Common;

namespace Engagement.Measures;

/// <summary>A target as somebody wants it.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Value">The number, where the kind takes one.</param>
/// <param name="Text">The words, where the kind takes some.</param>
/// <param name="IsPercentage">Whether the number is a percentage.</param>
/// <param name="IsMeantWorse">Whether it is meant although it is worse than the baseline.</param>
public sealed record WantedTarget(TargetKind Kind, decimal? Value, string? Text, bool IsPercentage, bool IsMeantWorse)
{
    private bool TakesNumber => Kind is TargetKind.ImproveByPercent or TargetKind.ImproveByPoints or TargetKind.Reach or TargetKind.AtLeast or TargetKind.Above
        or TargetKind.Below or TargetKind.InLineWith;

    private bool TakesWords => Kind is TargetKind.Milestone or TargetKind.Composite;

    internal decimal? Number => TakesNumber ? Value : null;

    internal string? Words => TakesNumber ? null : CleanText.OrNull(Text);

    internal Refusal? Check(MeasureRecord measure)
    {
        if (TakesWords && Words is null)
            return new Refusal("TEXT_MISSING", "Say what is to be there by then", "target.text");

        if (CleanText.TooLong(Words, CleanText.LineLimit, "target.text") is { } tooLong)
            return tooLong;

        if (!TakesNumber)
            return null;

        if (Value is not { } value)
            return new Refusal("VALUE_MISSING", "Enter the number to be reached", "target.value");

        if (measure.Kind == MeasureKind.Milestone)
            return new Refusal("MEASURE_IS_A_MILESTONE", "This measure is a milestone. Say in words what is to be there", "target.value");

        // So many percent of the baseline can be asked of a number too.
        if (measure.Kind == MeasureKind.Number && IsPercentage && Kind != TargetKind.ImproveByPercent)
            return new Refusal("TARGET_IS_A_PERCENTAGE", "This measure is a number. The target is a percentage", "target.value");

        if (measure.Kind == MeasureKind.Percentage && !IsPercentage)
            return new Refusal("TARGET_IS_A_NUMBER", "This measure is a percentage. The target is a number", "target.value");

        if (Kind is TargetKind.ImproveByPercent or TargetKind.ImproveByPoints)
        {
            if (measure.Baseline is null)
                return new Refusal("BASELINE_MISSING", "Set the baseline before you set an improvement target", "target.kind");

            return value <= 0 ? new Refusal("IMPROVEMENT_INVALID", "Enter by how much it is to improve, more than 0", "target.value") : null;
        }

        return MeasureRules.Check(measure, value, "target.value") ?? (RatingRule.IsWorseThanBaseline(measure, Kind, value) && !IsMeantWorse
            ? new Refusal("TARGET_WORSE_THAN_BASELINE", "The target is worse than the baseline. Confirm or change it", "target.isMeantWorse")
            : null);
    }
}
