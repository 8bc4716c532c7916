namespace Engagement.Governance;

/// <summary>Whether parents and carers have their part in a group: whether it has representatives, invites them to every meeting, and they come.</summary>
/// <param name="Seats">How many seats they have.</param>
/// <param name="VacantSeats">In how many nobody sits.</param>
/// <param name="Meetings">How many meetings were held or are over. Those called off count for nothing.</param>
/// <param name="MeetingsInvited">To how many of them everybody who sits in a seat was invited.</param>
/// <param name="SeatsExpected">How many seats there were over all meetings of which attendance is recorded, vacant ones with them.</param>
/// <param name="SeatsAttended">How many of them were filled, by the representative or by a substitute.</param>
public sealed record ParentsPart(int Seats, int VacantSeats, int Meetings, int MeetingsInvited, int SeatsExpected, int SeatsAttended)
{
    /// <summary>Whether it has identified its parent representatives and invited them to all meetings.</summary>
    public bool HasIdentifiedAndInvited => Seats > 0 && VacantSeats == 0 && Meetings > 0 && MeetingsInvited == Meetings;

    /// <summary>In percent of the seats expected; null where no attendance is recorded.</summary>
    public decimal? AttendancePercentage =>
        SeatsExpected == 0 ? null : Math.Round(100m * SeatsAttended / SeatsExpected, 1, MidpointRounding.AwayFromZero);

    public static ParentsPart Of(IReadOnlyList<Seat> seats, IEnumerable<MeetingPage> meetings, DateOnly today)
    {
        MeetingPage[] counted = [.. meetings.Where(meeting => meeting.State == MeetingState.Held || (meeting.State == MeetingState.Scheduled && meeting.OnDay < today))];
        SeatAttendance[] expected = [.. counted.SelectMany(meeting => meeting.Attendance ?? [])];
        return new ParentsPart(
            seats.Count,
            seats.Count(seat => seat.State != SeatState.Taken),
            counted.Length,
            counted.Count(meeting => IsEverybodyInvited(meeting, seats)),
            expected.Length,
            expected.Count(one => one.Attendance is Attendance.Attended or Attendance.Substitute));
    }

    // Who was taken in later could not be invited. To a meeting at which nobody sat there, nobody was.
    private static bool IsEverybodyInvited(MeetingPage meeting, IReadOnlyList<Seat> seats)
    {
        Seat[] sitting = [.. seats.Where(seat => seat.State == SeatState.Taken && seat.Since <= meeting.OnDay)];
        return sitting.Length > 0 && sitting.All(seat => meeting.Invitations.Any(one => one.SeatId == seat.Id));
    }
}
