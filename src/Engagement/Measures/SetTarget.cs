using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Sets what a measure is to reach in a period that has no target yet.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Period">The period, as the measure calls it.</param>
/// <param name="Target">What is to be reached.</param>
public sealed record SetTarget(Guid MeasureId, string Period, WantedTarget Target)
{
    public static Decision Decide(SetTarget command, Measure measure)
    {
        var period = CleanText.OneLine(command.Period);
        if (!measure.Record.Periods.Contains(period))
            return Decision.Refuse(MeasureRules.PeriodUnknown);

        if (measure.Record.TargetOf(period) is { Kind: not (TargetKind.Blank or TargetKind.ToBeConfirmed) })
            return Decision.Refuse("TARGET_SET", "This period has a target. Review it, with the reason", "period");

        return command.Target.Check(measure.Record) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new TargetSet(period, command.Target.Kind, command.Target.Number, command.Target.Words));
    }
}
