using Engagement.Common;
using Messaging;

namespace Engagement.KeyActions;

/// <summary>The message that the day of a milestone is over. Where it is achieved or its day was moved in time, nothing happens.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="At">The midnight after its day, which is when it counts as missed, however late this is handled.</param>
[MessageIdentity("miss_milestone")]
public sealed record MissMilestone(Guid ActionId, Guid MilestoneId, DateTimeOffset At)
{
    public static Decision Decide(MissMilestone message, KeyAction action, DateOnly today) =>
        Decision.To([.. action.Milestones.Where(one => one.Id == message.MilestoneId && !action.IsComplete).SelectMany(one => one.MissedBy(today))]);
}
