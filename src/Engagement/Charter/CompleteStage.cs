using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Says that the stage a service is in is over. Evidence for it can still be claimed.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="Stage">The stage.</param>
public sealed record CompleteStage(Guid CommissioningActivityId, CycleStage Stage)
{
    public static Decision Decide(CompleteStage command, CommissioningActivity activity, DateOnly today)
    {
        if (activity.CurrentStage == command.Stage)
            return Decision.To(new StageCompleted(command.Stage, activity.Last.Round, today));

        return activity.CurrentStage is null && activity.Last.Stage == command.Stage
            ? Decision.Nothing
            : Decision.Refuse("STAGE_NOT_ENTERED", $"This service is not in {command.Stage}", "stage");
    }
}
