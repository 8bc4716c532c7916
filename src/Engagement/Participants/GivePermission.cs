using Engagement.Common;

namespace Engagement.Participants;

/// <summary>
/// Under 13, a parent or carer has to agree: that is the age from which a child may consent by themselves to an online service in the United Kingdom
/// (Data Protection Act 2018, section 9).
/// </summary>
/// <param name="ParticipantId">The pseudonym of who it is about.</param>
/// <param name="Permission">What is allowed.</param>
/// <param name="GivenBy">Who allows it.</param>
public sealed record GivePermission(Guid ParticipantId, Permission Permission, PermissionGiver GivenBy)
{
    public static Decision Decide(GivePermission command, Participant participant)
    {
        if (participant.Allows(command.Permission))
            return Decision.Nothing;

        return participant.AgeBand == AgeBand.Under13 && command.GivenBy != PermissionGiver.ParentOrCarer
            ? Decision.Refuse("PARENT_MUST_AGREE", "Ask your parent or carer to agree with you", "givenBy")
            : Decision.To(new PermissionGiven(command.Permission, command.GivenBy));
    }
}
