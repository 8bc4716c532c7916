namespace Engagement.Governance;

/// <summary>A seat of parents and carers at a meeting, judged by who sat in it on that day, whoever sits there now.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Holder">Who sat there on the day; null where nobody did.</param>
/// <param name="PapersSentOn">The day on which they had the papers; null where they were not invited.</param>
/// <param name="Attendance">How it was filled; null until that is recorded.</param>
public sealed record MeetingSeat(Guid SeatId, string Title, Representative? Holder, DateOnly? PapersSentOn, Attendance? Attendance)
{
    /// <summary>Whether parents and carers were there from it.</summary>
    public bool IsFilled => Holder is not null && Attendance is Governance.Attendance.Attended or Governance.Attendance.Substitute;

    /// <summary>Whether nobody was identified for it, or whoever was had no invitation.</summary>
    public bool IsMissed => Holder is null || PapersSentOn is null;

    /// <summary>The seats that there were on the day of a meeting.</summary>
    public static IReadOnlyList<MeetingSeat> Of(MeetingPage meeting, IReadOnlyList<Seat> seats) =>
    [
        .. seats.Where(seat => seat.CreatedOn <= meeting.OnDay).Select(seat =>
        {
            var holder = seat.HolderOn(meeting.OnDay);
            var recorded = meeting.Attendance?.FirstOrDefault(one => one.SeatId == seat.Id)?.Attendance;
            return new MeetingSeat(
                seat.Id,
                seat.Title,
                holder,
                holder is null ? null : meeting.Invitations.FirstOrDefault(one => one.SeatId == seat.Id)?.PapersSentOn,
                // It may have been found out after the record was made that nobody sat there, or that somebody did.
                meeting.Attendance is null ? null : holder is null ? Governance.Attendance.Vacant : recorded ?? Governance.Attendance.Absent);
        }),
    ];
}
