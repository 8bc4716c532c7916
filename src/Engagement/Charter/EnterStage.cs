using Engagement.Activities;
using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Takes a service into a stage: the next one, or back to one that it has been in.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="Stage">The stage.</param>
public sealed record EnterStage(Guid CommissioningActivityId, CycleStage Stage)
{
    public static Decision Decide(EnterStage command, CommissioningActivity activity, DateOnly today)
    {
        if (activity.CurrentStage is { } current)
        {
            return current == command.Stage
                ? Decision.Nothing
                : Decision.Refuse("STAGE_NOT_COMPLETED", $"Complete {current} before you enter {command.Stage}", "stage");
        }

        var next = Next(activity.Last.Stage);
        if (command.Stage != next && !activity.HasEntered(command.Stage))
        {
            return Decision.Refuse(
                "STAGE_SKIPPED", $"Stages run Analyse, Plan, Do, Review. The next one is {next}; you can also go back to an earlier one", "stage");
        }

        return Decision.To(new StageEntered(command.Stage, activity.Stages.Count(run => run.Stage == command.Stage) + 1, today));
    }

    /// <summary>What follows a stage: after the last, the first again.</summary>
    public static CycleStage Next(CycleStage stage) => stage == CycleStage.Review ? CycleStage.Analyse : stage + 1;
}
