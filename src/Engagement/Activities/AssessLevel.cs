using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Somebody who took part says how much they found that they decided.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ParticipantId">The pseudonym of who says it.</param>
/// <param name="Level">How much they found that they decided.</param>
public sealed record AssessLevel(Guid ActivityId, Guid ParticipantId, EngagementLevel Level)
{
    public static Decision Decide(AssessLevel command, Activity activity)
    {
        if (ActivityRules.WasHeld(activity) is { } refusal)
            return Decision.Refuse(refusal);

        return activity.Assessors.Contains(command.ParticipantId)
            ? Decision.Refuse("LEVEL_ALREADY_ASSESSED", "You have already told us how this activity was for you")
            : Decision.To(new ParticipantAssessedLevel(command.ParticipantId, command.Level));
    }
}
