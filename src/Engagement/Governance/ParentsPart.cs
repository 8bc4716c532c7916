namespace Engagement.Governance;

/// <summary>Whether parents and carers have their part in a group: whether it has representatives, invites them to every meeting, and they come.</summary>
/// <param name="Seats">How many seats they have.</param>
/// <param name="VacantSeats">In how many nobody sits.</param>
/// <param name="Meetings">How many meetings were held or are over. Those called off count for nothing.</param>
/// <param name="MeetingsInvited">To how many of them everybody who sat in a seat on the day was invited.</param>
/// <param name="MeetingsMissed">At how many a seat was vacant on the day, or its representative was not invited, or there was no seat.</param>
/// <param name="SeatsExpected">How many seats there were over all meetings of which attendance is recorded, vacant ones with them.</param>
/// <param name="SeatsAttended">How many of them were filled, by the representative or by a substitute.</param>
/// <param name="Missed">Which meeting missed whom, the latest first: no more than the last twenty.</param>
public sealed record ParentsPart(
    int Seats, int VacantSeats, int Meetings, int MeetingsInvited, int MeetingsMissed, int SeatsExpected, int SeatsAttended, IReadOnlyList<MissedSeat> Missed)
{
    private const int MostMissed = 20;

    /// <summary>Whether it has identified its parent representatives and invited them to all meetings.</summary>
    public bool HasIdentifiedAndInvited => Seats > 0 && VacantSeats == 0 && Meetings > 0 && MeetingsMissed == 0;

    /// <summary>In percent of the seats expected; null where no attendance is recorded.</summary>
    public decimal? AttendancePercentage =>
        SeatsExpected == 0 ? null : Math.Round(100m * SeatsAttended / SeatsExpected, 1, MidpointRounding.AwayFromZero);

    public static ParentsPart Of(IReadOnlyList<Seat> seats, IEnumerable<MeetingPage> meetings, DateOnly today)
    {
        var counted = Counted(meetings, today).OrderByDescending(meeting => meeting.OnDay).Select(meeting => (Meeting: meeting, Seats: MeetingSeat.Of(meeting, seats))).ToList();
        MeetingSeat[] expected = [.. counted.Where(one => one.Meeting.Attendance is not null).SelectMany(one => one.Seats)];
        return new ParentsPart(
            seats.Count,
            seats.Count(seat => seat.State != SeatState.Taken),
            counted.Count,
            counted.Count(one => one.Seats.Any(seat => seat.Holder is not null) && one.Seats.All(seat => seat.Holder is null || !seat.IsMissed)),
            counted.Count(one => Missing(one.Meeting, one.Seats).Any()),
            expected.Length,
            expected.Count(seat => seat.IsFilled),
            [.. counted.SelectMany(one => Missing(one.Meeting, one.Seats)).Take(MostMissed)]);
    }

    /// <summary>Whether the group had somebody in every seat and invited them, at all of some meetings; null where none of these counts.</summary>
    public static bool? IsKept(IReadOnlyList<Seat> seats, IEnumerable<MeetingPage> meetings, DateOnly today)
    {
        var counted = Counted(meetings, today).ToList();
        return counted.Count == 0 ? null : !counted.Exists(meeting => Missing(meeting, MeetingSeat.Of(meeting, seats)).Any());
    }

    // A meeting whose day is over counts although nobody has recorded that it was held: otherwise leaving it out would make the figure better.
    private static IEnumerable<MeetingPage> Counted(IEnumerable<MeetingPage> meetings, DateOnly today) =>
        meetings.Where(meeting => meeting.State == MeetingState.Held || (meeting.State == MeetingState.Scheduled && meeting.OnDay < today));

    private static IEnumerable<MissedSeat> Missing(MeetingPage meeting, IReadOnlyList<MeetingSeat> seats) => seats.Count == 0
        ? [new MissedSeat(meeting.Id, meeting.OnDay, null, WasVacant: true)]
        : seats.Where(seat => seat.IsMissed).Select(seat => new MissedSeat(meeting.Id, meeting.OnDay, seat.Title, seat.Holder is null));
}
