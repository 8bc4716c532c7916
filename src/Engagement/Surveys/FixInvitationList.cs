using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>
/// Says how many are invited. What could not be delivered is known only later, so it may be corrected until the wave closes; who was invited may not,
/// once people answer.
/// </summary>
/// <param name="WaveId">The survey.</param>
/// <param name="Invited">How many people are invited.</param>
/// <param name="Undeliverable">To how many of them the invitation could not be delivered.</param>
public sealed record FixInvitationList(Guid WaveId, int Invited, int Undeliverable)
{
    public static Decision Decide(FixInvitationList command, Wave wave, WaveSheet? sheet, DateOnly today)
    {
        if (command.Invited < 1)
            return Decision.Refuse("INVITED_MISSING", "Enter how many people are invited", "invited");

        if (command.Undeliverable < 0 || command.Undeliverable > command.Invited)
        {
            return Decision.Refuse(
                "UNDELIVERABLE_INVALID", "Enter how many of the invitations could not be delivered, at most all of them", "undeliverable");
        }

        if (sheet?.StateOn(today) == WaveState.Closed)
            return Decision.Refuse("NOT_OPEN", "This survey has closed. Its response rate rests on this list");

        if (sheet?.StateOn(today) == WaveState.Open && wave.Invitations?.Invited != command.Invited)
            return Decision.Refuse("INVITATIONS_FIXED", "This survey is open. Its invitation list can no longer be changed", "invited");

        var list = new InvitationList(command.Invited, command.Undeliverable);
        return wave.Invitations == list ? Decision.Nothing : Decision.To(new InvitationListFixed(list));
    }
}
