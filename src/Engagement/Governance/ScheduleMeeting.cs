using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Schedules a meeting of a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="OnDay">Its day.</param>
public sealed record ScheduleMeeting(Guid GroupId, DateOnly OnDay)
{
    public static Decision Decide(ScheduleMeeting command, DateOnly today) => command.OnDay < today
        ? Decision.Refuse("DAY_IN_THE_PAST", "Enter a day that is not over", "onDay")
        : Decision.To(new MeetingScheduled(command.GroupId, command.OnDay));
}
