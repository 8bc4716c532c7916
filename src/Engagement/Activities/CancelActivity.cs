using Engagement.Common;

namespace Engagement.Activities;

/// <summary>It does not take place.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Reason">Why, for those who planned to come.</param>
public sealed record CancelActivity(Guid ActivityId, string Reason)
{
    public static Decision Decide(CancelActivity command, Activity activity)
    {
        if (activity.State == ActivityState.Held)
            return Decision.Refuse("ACTIVITY_HELD", "This activity has been held, so it cannot be cancelled");

        if (activity.State == ActivityState.Cancelled)
            return Decision.Nothing;

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason, for those who planned to come", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ActivityCancelled(reason));
    }
}
