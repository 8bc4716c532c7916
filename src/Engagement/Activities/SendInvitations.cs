using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Records that invitations went out: how many, and by which route.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Count">How many were sent, 1 to 100,000.</param>
/// <param name="Route">How they were sent.</param>
public sealed record SendInvitations(Guid ActivityId, int Count, string Route)
{
    private const int Most = 100_000;

    public static Decision Decide(SendInvitations command, Activity activity)
    {
        if (ActivityRules.IsStillPlanned(activity) is { } refusal)
            return Decision.Refuse(refusal);

        if (command.Count is < 1 or > Most)
            return Decision.Refuse("COUNT_INVALID", "Enter how many invitations were sent, from 1 to 100,000", "count");

        var route = CleanText.OneLine(command.Route);
        if (route.Length == 0)
            return Decision.Refuse("ROUTE_MISSING", "Say how the invitations were sent", "route");

        return CleanText.TooLong(route, CleanText.LineLimit, "route") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new InvitationsSent(command.Count, route));
    }
}
