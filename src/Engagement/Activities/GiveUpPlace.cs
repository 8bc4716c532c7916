using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Says that somebody will not come after all. Nobody asks why.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ParticipantId">The pseudonym of who had a place.</param>
public sealed record GiveUpPlace(Guid ActivityId, Guid ParticipantId)
{
    public static Decision Decide(GiveUpPlace command, Activity activity)
    {
        if (activity.State == ActivityState.Held)
            return Decision.Refuse("ACTIVITY_HELD", "This activity has been held. You cannot give up your place any more");

        return activity.Coming.Contains(command.ParticipantId) ? Decision.To(new PlaceGivenUp(command.ParticipantId)) : Decision.Nothing;
    }
}
