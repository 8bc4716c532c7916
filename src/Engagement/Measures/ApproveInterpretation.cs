using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Says for good how an improvement by some percent is read.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Reading">How.</param>
/// <param name="ApprovedByRole">The role that approved it. No name.</param>
/// <param name="Reason">Why.</param>
public sealed record ApproveInterpretation(Guid MeasureId, ImprovementReading Reading, string ApprovedByRole, string Reason)
{
    public static Decision Decide(ApproveInterpretation command, Measure measure)
    {
        var role = CleanText.OneLine(command.ApprovedByRole);
        var reason = CleanText.Of(command.Reason);
        if (measure.Record.Targets.All(target => target.Kind != TargetKind.ImproveByPercent))
            return Decision.Refuse("NOTHING_TO_INTERPRET", "No target of this measure can be read in two ways");

        return (MeasureRules.ApprovedBy(role) ?? MeasureRules.Words(reason, "REASON_MISSING", "Say why it is read so", "reason")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new InterpretationApproved(command.Reading, role, reason));
    }
}
