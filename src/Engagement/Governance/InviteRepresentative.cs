using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Records that whoever sits in a seat was invited to a meeting, and had its papers.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="PapersSentOn">The day the papers went to them.</param>
public sealed record InviteRepresentative(Guid MeetingId, Guid SeatId, DateOnly PapersSentOn)
{
    public static Decision Decide(InviteRepresentative command, MeetingPage meeting, IReadOnlyList<Seat> seats, DateOnly today)
    {
        if (meeting.State == MeetingState.Cancelled)
            return Decision.Refuse(MeetingRules.Cancelled);

        if (meeting.MinutesApprovedOn is not null)
            return Decision.Refuse("MINUTES_APPROVED", "The minutes of this meeting are approved, and with them who was invited. Put right in the minutes of the next one what is wrong");

        // What is recorded afterwards is about who sat there then.
        if (seats.FirstOrDefault(seat => seat.Id == command.SeatId)?.HolderOn(meeting.OnDay < today ? meeting.OnDay : today) is null)
            return Decision.Refuse("SEAT_VACANT", "Nobody sits in this seat. Kent PACT chooses its own representatives", "seatId");

        if (command.PapersSentOn > today)
            return Decision.Refuse("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "papersSentOn");

        if (command.PapersSentOn > meeting.OnDay)
            return Decision.Refuse("PAPERS_AFTER_MEETING", "Papers that come after the meeting are no invitation. Enter a day up to that of the meeting", "papersSentOn");

        var invitation = new SeatInvitation(command.SeatId, command.PapersSentOn);
        return meeting.Invitations.Contains(invitation) ? Decision.Nothing : Decision.To(new RepInvited(command.SeatId, command.PapersSentOn));
    }
}
