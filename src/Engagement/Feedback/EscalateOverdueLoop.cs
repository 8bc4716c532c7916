using Engagement.Common;
using Messaging;

namespace Engagement.Feedback;

/// <summary>
/// The message that a day has come on which a loop may be overdue. It says nothing of the loop itself: what has been promised, moved or closed
/// since it was scheduled is seen when it is handled.
/// </summary>
[MessageIdentity("escalate_overdue_loop")]
public sealed record EscalateOverdueLoop(Guid LoopId)
{
    // One step a message: the step before it must have been reached and given its time, so a message that comes again changes nothing.
    public static Decision Decide(Loop loop, DateOnly today)
    {
        var step = loop.Escalations + 1;
        return !loop.IsClosed && EscalationChain.At(step) is { } group && today >= EscalationChain.DayOf(step, loop.OverdueSince)
            ? Decision.To(new LoopEscalated(group, step, loop.OverdueSince))
            : Decision.Nothing;
    }
}
