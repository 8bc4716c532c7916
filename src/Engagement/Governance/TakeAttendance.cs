using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Records how the seats of parents and carers were filled at a meeting. Vacant seats are counted by themselves.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Seats">Every seat in which somebody sits.</param>
public sealed record TakeAttendance(Guid MeetingId, IReadOnlyList<SeatAttendance> Seats)
{
    private const int Most = 50;

    public static Decision Decide(TakeAttendance command, MeetingPage meeting, IReadOnlyList<Seat> seats)
    {
        if (Lists.Check(command.Seats, Most, "seats", "seats") is { } refusal)
            return Decision.Refuse(refusal);

        if (meeting.State != MeetingState.Held)
            return Decision.Refuse(meeting.State == MeetingState.Cancelled ? MeetingRules.Cancelled : MeetingRules.NotHeld);

        if (command.Seats.Any(one => seats.All(seat => seat.Id != one.SeatId)))
            return Decision.Refuse("SEAT_UNKNOWN", "This group has no such seat", "seats");

        if (command.Seats.Any(one => (one.Attendance == Attendance.Vacant) != (seats.First(seat => seat.Id == one.SeatId).State != SeatState.Taken)))
            return Decision.Refuse("SEAT_VACANT", "Nobody can be there from a vacant seat, and a seat in which somebody sits is not vacant", "seats");

        if (seats.Any(seat => seat.State == SeatState.Taken && command.Seats.Count(one => one.SeatId == seat.Id) != 1))
            return Decision.Refuse("SEATS_INCOMPLETE", "Say of every seat whether it was filled", "seats");

        SeatAttendance[] taken =
        [
            .. seats.Select(seat => command.Seats.FirstOrDefault(one => one.SeatId == seat.Id) ?? new SeatAttendance(seat.Id, Attendance.Vacant)),
        ];
        return meeting.Attendance?.SequenceEqual(taken) == true ? Decision.Nothing : Decision.To(new AttendanceTaken(taken));
    }
}
