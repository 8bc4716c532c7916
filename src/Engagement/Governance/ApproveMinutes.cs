using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Records that the minutes of a meeting were approved.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="ApprovedOn">The day, today or earlier.</param>
public sealed record ApproveMinutes(Guid MeetingId, DateOnly ApprovedOn)
{
    public static Decision Decide(ApproveMinutes command, MeetingPage meeting, DateOnly today)
    {
        if (meeting.State != MeetingState.Held)
            return Decision.Refuse(meeting.State == MeetingState.Cancelled ? MeetingRules.Cancelled : MeetingRules.NotHeld);

        if (meeting.MinutesApprovedOn is not null)
            return Decision.Nothing;

        return command.ApprovedOn > today || command.ApprovedOn < meeting.OnDay
            ? Decision.Refuse("DAY_INVALID", "Enter a day from that of the meeting up to today", "approvedOn")
            : Decision.To(new MinutesApproved(command.ApprovedOn));
    }
}
