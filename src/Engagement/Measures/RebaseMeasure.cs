using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Has a measure count from another value from now on, because what is measured is not what it was.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Value">The value.</param>
/// <param name="Base">How many people it rests on, where that is known.</param>
/// <param name="AsAt">As at which day.</param>
/// <param name="Reason">Why.</param>
/// <param name="ApprovedByRole">The role that approved it. No name.</param>
public sealed record RebaseMeasure(Guid MeasureId, decimal Value, int? Base, DateOnly AsAt, string Reason, string ApprovedByRole)
{
    public static Decision Decide(RebaseMeasure command, Measure measure, DateOnly today)
    {
        var role = CleanText.OneLine(command.ApprovedByRole);
        var reason = CleanText.Of(command.Reason);
        if (measure.Record.Baseline is null)
            return Decision.Refuse("BASELINE_MISSING", "This measure has no baseline yet. Set it first");

        var refusal = SetBaseline.Check(measure.Record, command.Value, command.Base, command.AsAt, today)
            ?? MeasureRules.Words(reason, "REASON_MISSING", "Say why the baseline is changed", "reason")
            ?? MeasureRules.ApprovedBy(role);
        return refusal is not null
            ? Decision.Refuse(refusal)
            : Decision.To(new BaselineRebased(command.Value, command.Base, command.AsAt, reason, role));
    }
}
