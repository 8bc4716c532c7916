using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Records that it took place.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="HeldOn">The day, today or earlier.</param>
public sealed record HoldActivity(Guid ActivityId, DateOnly HeldOn)
{
    public static Decision Decide(HoldActivity command, Activity activity, DateOnly today)
    {
        if (activity.State == ActivityState.Held && command.HeldOn == activity.OnDay)
            return Decision.Nothing;

        if (ActivityRules.IsStillPlanned(activity) is { } refusal)
            return Decision.Refuse(refusal);

        return command.HeldOn > today
            ? Decision.Refuse("HELD_IN_THE_FUTURE", "An activity can be recorded as held on its day or later", "heldOn")
            : Decision.To(new ActivityHeld(command.HeldOn));
    }
}
