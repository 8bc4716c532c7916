using Engagement.Common;

namespace Engagement.Activities;

/// <summary>It takes place on another day.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="OnDay">The new day, today or later.</param>
/// <param name="Reason">Why, for those who planned to come.</param>
public sealed record MoveActivity(Guid ActivityId, DateOnly OnDay, string Reason)
{
    public static Decision Decide(MoveActivity command, Activity activity, DateOnly today)
    {
        if (ActivityRules.IsStillPlanned(activity) is { } refusal)
            return Decision.Refuse(refusal);

        if (command.OnDay < today)
            return Decision.Refuse("DAY_IN_THE_PAST", "Choose a day that is today or later", "onDay");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason, for those who planned to come", "reason");

        if (CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong)
            return Decision.Refuse(tooLong);

        return command.OnDay == activity.OnDay ? Decision.Nothing : Decision.To(new ActivityMoved(command.OnDay, reason));
    }
}
