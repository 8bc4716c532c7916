using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Records that a meeting was held.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="HeldOn">The day, today or earlier.</param>
public sealed record HoldMeeting(Guid MeetingId, DateOnly HeldOn)
{
    public static Decision Decide(HoldMeeting command, MeetingPage meeting, DateOnly today) => meeting.State switch
    {
        MeetingState.Cancelled => Decision.Refuse(MeetingRules.Cancelled),
        MeetingState.Held => Decision.Nothing,
        _ => command.HeldOn > today
            ? Decision.Refuse("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "heldOn")
            : Decision.To(new MeetingHeld(command.HeldOn)),
    };
}
