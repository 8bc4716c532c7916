using Engagement.Common;

namespace Engagement.Governance;

/// <summary>
/// Records how the seats of parents and carers were filled at a meeting, by who sat in them on that day. Seats that were vacant then are counted by themselves.
/// </summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Seats">Every seat in which somebody sat on the day.</param>
public sealed record TakeAttendance(Guid MeetingId, IReadOnlyList<SeatAttendance> Seats)
{
    private const int Most = 50;

    public static Decision Decide(TakeAttendance command, MeetingPage meeting, IReadOnlyList<Seat> seats)
    {
        if (Lists.Check(command.Seats, Most, "seats", "seats") is { } refusal)
            return Decision.Refuse(refusal);

        if (meeting.State != MeetingState.Held)
            return Decision.Refuse(meeting.State == MeetingState.Cancelled ? MeetingRules.Cancelled : MeetingRules.NotHeld);

        var there = MeetingSeat.Of(meeting, seats);
        if (command.Seats.Any(one => there.All(seat => seat.SeatId != one.SeatId)))
            return Decision.Refuse("SEAT_UNKNOWN", "This group had no such seat on the day of the meeting", "seats");

        if (command.Seats.Any(one => (one.Attendance == Attendance.Vacant) != (there.First(seat => seat.SeatId == one.SeatId).Holder is null)))
            return Decision.Refuse("SEAT_VACANT", "Nobody can be there from a seat that was vacant on the day, and a seat in which somebody sat was not vacant", "seats");

        if (there.Any(seat => seat.Holder is not null && command.Seats.Count(one => one.SeatId == seat.SeatId) != 1))
            return Decision.Refuse("SEATS_INCOMPLETE", "Say of every seat whether it was filled", "seats");

        SeatAttendance[] taken =
        [
            .. there.Select(seat => command.Seats.FirstOrDefault(one => one.SeatId == seat.SeatId) ?? new SeatAttendance(seat.SeatId, Attendance.Vacant)),
        ];
        return meeting.Attendance?.SequenceEqual(taken) == true ? Decision.Nothing : Decision.To(new AttendanceTaken(taken));
    }
}
