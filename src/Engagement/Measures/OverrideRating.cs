using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Rates a period otherwise than the rule does. What the rule says stays beside it.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Period">The period, as the measure calls it.</param>
/// <param name="Rating">How it is rated.</param>
/// <param name="ByRole">The role that rates it so. No name.</param>
/// <param name="Reason">Why.</param>
public sealed record OverrideRating(Guid MeasureId, string Period, MeasureRating Rating, string ByRole, string Reason)
{
    public static Decision Decide(OverrideRating command, Measure measure)
    {
        var period = CleanText.OneLine(command.Period);
        var role = CleanText.OneLine(command.ByRole);
        var reason = CleanText.Of(command.Reason);
        if (!measure.Record.Periods.Contains(period))
            return Decision.Refuse(MeasureRules.PeriodUnknown);

        return (MeasureRules.Words(role, "BY_ROLE_MISSING", "Enter the role that rates it so", "byRole", CleanText.LineLimit)
            ?? MeasureRules.Words(reason, "REASON_MISSING", "Say why it is rated otherwise", "reason")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new RatingOverridden(period, command.Rating, role, reason));
    }
}
