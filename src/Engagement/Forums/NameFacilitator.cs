using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Names somebody who may moderate the forum, or names them again after a new check.</summary>
/// <param name="ForumId">The forum.</param>
/// <param name="FacilitatorId">Who.</param>
/// <param name="Role">Their role, which the public sees.</param>
/// <param name="VettedOn">The day of their check by the vetting service, within the last 3 years.</param>
public sealed record NameFacilitator(Guid ForumId, Guid FacilitatorId, string Role, DateOnly VettedOn)
{
    public static Decision Decide(NameFacilitator command, Forum forum, Acting by, DateOnly today)
    {
        var facilitator = new Facilitator(command.FacilitatorId, CleanText.OneLine(command.Role), command.VettedOn);
        if ((forum.CheckOwner(by) ?? FacilitatorRules.Check(facilitator, today, "facilitatorId")) is { } refusal)
            return Decision.Refuse(refusal);

        return forum.Facilitators.Contains(facilitator) ? Decision.Nothing : Decision.To(new FacilitatorNamed(facilitator));
    }
}
