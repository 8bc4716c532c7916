using Engagement.Common;

namespace Engagement.KeyActions;

/// <summary>Records that an action is complete.</summary>
/// <param name="ActionId">The action.</param>
public sealed record CompleteAction(Guid ActionId)
{
    public static Decision Decide(KeyAction action, DateOnly today)
    {
        if (action.IsComplete)
            return Decision.Nothing;

        if (action.Milestones.Count == 0)
            return Decision.Refuse("NO_MILESTONES", "Set a milestone first, so that everybody can see what was achieved");

        if (action.Milestones.Count(milestone => milestone.IsOpen) is > 0 and var open)
        {
            return Decision.Refuse(
                "MILESTONES_OPEN", open == 1 ? "1 milestone is not achieved yet" : $"{open} milestones are not achieved yet");
        }

        return action.Links.Count == 0 && !action.SaysWhyNot
            ? Decision.Refuse("COPRODUCTION_MISSING", "Link how families shaped this action, or record why not")
            : Decision.To(new ActionCompleted(today));
    }
}
