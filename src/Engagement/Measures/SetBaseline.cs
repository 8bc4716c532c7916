using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Says where a measure stood before.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Value">The value.</param>
/// <param name="Base">How many people it rests on, where that is known.</param>
/// <param name="AsAt">As at which day.</param>
/// <param name="ApprovedByRole">The role that approved it. No name.</param>
/// <param name="Note">What has to be known of it.</param>
public sealed record SetBaseline(Guid MeasureId, decimal Value, int? Base, DateOnly AsAt, string ApprovedByRole, string? Note)
{
    internal static Refusal AlreadySet { get; } = new("BASELINE_SET", "This measure has a baseline. Rebase it, with the reason");

    public static Decision Decide(SetBaseline command, Measure measure, DateOnly today)
    {
        var role = CleanText.OneLine(command.ApprovedByRole);
        var note = CleanText.OrNull(command.Note);
        if (measure.Record.Baseline is not null)
            return Decision.Refuse(AlreadySet);

        var refusal = Check(measure.Record, command.Value, command.Base, command.AsAt, today)
            ?? MeasureRules.ApprovedBy(role)
            ?? CleanText.TooLong(note, CleanText.ParagraphLimit, "note");
        return refusal is not null
            ? Decision.Refuse(refusal)
            : Decision.To(new BaselineSet(command.Value, command.Base, command.AsAt, role, note, [], null));
    }

    internal static Refusal? Check(MeasureRecord measure, decimal value, int? rests, DateOnly asAt, DateOnly today)
    {
        if (measure.Kind == MeasureKind.Milestone)
            return new Refusal("MEASURE_IS_A_MILESTONE", "This measure is a milestone. It has no number to start from", "value");

        if (asAt > today)
            return new Refusal("AS_AT_IN_THE_FUTURE", "Enter the day the figure is of, today or before", "asAt");

        return rests < 1 ? new Refusal("BASE_INVALID", "Enter how many people it rests on, 1 or more", "base") : MeasureRules.Check(measure, value, "value");
    }
}
