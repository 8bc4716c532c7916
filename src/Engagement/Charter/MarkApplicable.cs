using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Takes back that a principle has nothing to do with a stage: it counts again.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
public sealed record MarkApplicable(Guid CommissioningActivityId, string Principle, CycleStage Stage)
{
    public static Decision Decide(MarkApplicable command, CommissioningActivity activity) =>
        activity.FindNotApplicable(command.Principle, command.Stage) is null
            ? Decision.Nothing
            : Decision.To(new CellMarkedApplicable(command.Principle, command.Stage));
}
