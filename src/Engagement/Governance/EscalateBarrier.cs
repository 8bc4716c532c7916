using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Takes a barrier up to the group above the one it is with, and to no other.</summary>
/// <param name="BarrierId">The barrier.</param>
/// <param name="ToGroupId">The group above.</param>
/// <param name="Reason">Why the group cannot take it away itself.</param>
public sealed record EscalateBarrier(Guid BarrierId, Guid ToGroupId, string Reason)
{
    /// <param name="command">What is asked.</param>
    /// <param name="barrier">The barrier.</param>
    /// <param name="above">The group above the one it is with; null at the top of the chain.</param>
    public static Decision Decide(EscalateBarrier command, BarrierPage barrier, Guid? above)
    {
        var reason = CleanText.Of(command.Reason);
        if (barrier.ResolvedOn is not null)
            return Decision.Refuse("BARRIER_RESOLVED", "This barrier is gone. Raise it again if it came back");

        if (above is null)
            return Decision.Refuse("NO_GROUP_ABOVE", "This group is at the top. There is no group above it to escalate to", "toGroupId");

        if (command.ToGroupId != above)
            return Decision.Refuse("NOT_THE_PARENT_GROUP", "A barrier goes up one step at a time. Escalate it to the group above", "toGroupId");

        if (reason.Length == 0)
            return Decision.Refuse("REASON_MISSING", "Say why the group cannot take it away itself", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new BarrierEscalated(barrier.GroupId, command.ToGroupId, reason));
    }
}
