using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Says that somebody means to come.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ParticipantId">The pseudonym of who comes.</param>
public sealed record TakePlace(Guid ActivityId, Guid ParticipantId)
{
    public static Decision Decide(TakePlace command, Activity activity, DateOnly today)
    {
        if (activity.Coming.Contains(command.ParticipantId))
            return Decision.Nothing;

        if (activity.State == ActivityState.Cancelled)
            return Decision.Refuse("ACTIVITY_CANCELLED", "This activity was cancelled. You cannot sign up for it");

        if (activity.State == ActivityState.Held || activity.OnDay < today)
            return Decision.Refuse("ACTIVITY_OVER", "This activity is over. You cannot sign up for it any more");

        if (activity.Places is not { } places)
            return Decision.Refuse("PLACES_NOT_OPEN", "You cannot sign up for this activity here");

        return activity.Coming.Count >= places
            ? Decision.Refuse("ACTIVITY_FULL", "This activity is full. Look again later: somebody may give up their place")
            : Decision.To(new PlaceTaken(command.ParticipantId));
    }
}
