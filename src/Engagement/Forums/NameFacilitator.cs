using Engagement.Common;

namespace Engagement.Forums;

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
