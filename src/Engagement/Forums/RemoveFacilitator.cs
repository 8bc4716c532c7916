using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Somebody no longer moderates the forum.</summary>
/// <param name="ForumId">The forum.</param>
/// <param name="FacilitatorId">Who.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record RemoveFacilitator(Guid ForumId, Guid FacilitatorId, string Reason)
{
    public static Decision Decide(RemoveFacilitator command, Forum forum, Acting by)
    {
        if (forum.CheckOwner(by) is { } refusal)
            return Decision.Refuse(refusal);

        if (!forum.Names(command.FacilitatorId))
            return Decision.Nothing;

        if (forum.IsForUnder18s && forum.Facilitators.Count <= Forum.LeastFacilitators)
            return Decision.Refuse("FACILITATORS_MISSING", "Name another facilitator first. This forum needs at least 2", "facilitatorId");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter why this facilitator no longer moderates this forum", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new FacilitatorRemoved(command.FacilitatorId, reason));
    }
}
