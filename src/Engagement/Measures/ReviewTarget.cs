using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Puts another target in the place of one that was set.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Period">The period, as the measure calls it.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviewTarget(Guid MeasureId, string Period, WantedTarget Target, string Reason)
{
    public static Decision Decide(ReviewTarget command, Measure measure)
    {
        var period = CleanText.OneLine(command.Period);
        var reason = CleanText.Of(command.Reason);
        if (measure.Record.TargetOf(period) is null)
            return Decision.Refuse(MeasureRules.PeriodUnknown);

        return (command.Target.Check(measure.Record) ?? MeasureRules.Words(reason, "REASON_MISSING", "Say why the target is changed", "reason")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new TargetReviewed(period, command.Target.Kind, command.Target.Number, command.Target.Words, reason));
    }
}
