using Engagement.Common;

namespace Engagement.Participants;

/// <summary>As easy as giving it: nobody else has to agree, and no reason is asked.</summary>
/// <param name="ParticipantId">The pseudonym of who it is about.</param>
/// <param name="Permission">What is no longer allowed.</param>
public sealed record WithdrawPermission(Guid ParticipantId, Permission Permission)
{
    public static Decision Decide(WithdrawPermission command, Participant participant) =>
        participant.Allows(command.Permission) ? Decision.To(new PermissionWithdrawn(command.Permission)) : Decision.Nothing;
}
