namespace Engagement.Web.Staff.Groups;

/// <summary>A meeting of a group.</summary>
public sealed record GroupMeeting(
    string Id,
    DateOnly OnDay,
    MeetingState State,
    IReadOnlyList<SeatAtMeeting> Seats,
    DateOnly? MinutesApprovedOn,
    string? CancelledBecause,
    int Version)
{
    public bool HasAttendance => Seats.Any(seat => seat.Attendance is not null);

    public int Filled => Seats.Count(seat => seat.IsFilled);

    public int Invited => Seats.Count(seat => seat.PapersSentOn is not null);

    /// <summary>The seats in which somebody sat on its day, in the order in which the form asks of them.</summary>
    public IReadOnlyList<SeatAtMeeting> Taken => [.. Seats.Where(seat => seat.Role is not null)];
}

/// <summary>A seat of parents and carers at a meeting, with the role of who sat there on its day.</summary>
public sealed record SeatAtMeeting(string SeatId, string Title, string? Role, DateOnly? PapersSentOn, Attendance? Attendance, bool IsFilled);

/// <summary>A seat from which nobody could come to a meeting; without a name where there was none.</summary>
public sealed record MissedSeat(string MeetingId, DateOnly OnDay, string? Seat, bool WasVacant)
{
    public string What => Seat ?? "there was no seat for parents and carers";
}

/// <summary>Something that stands in the way.</summary>
public sealed record Barrier(string Id, string Title, string Detail, DateOnly RaisedOn, int Escalations, string? EscalatedBecause, string? Resolution, DateOnly? ResolvedOn, ParentGroup? Group, int Version);

/// <summary>Whether parents and carers have their part in a group.</summary>
public sealed record ParentsPart(
    int Seats, int VacantSeats, int Meetings, int MeetingsInvited, int MeetingsMissed, int SeatsExpected, int SeatsAttended, bool HasIdentifiedAndInvited, decimal? AttendancePercentage,
    IReadOnlyList<MissedSeat> Missed)
{
    /// <summary>What is missing, in sentences; none where nothing is.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Seats == 0)
                yield return "Parents and carers have no seat in it.";
            if (VacantSeats > 0)
                yield return VacantSeats == 1 ? "One of their seats is vacant." : $"{VacantSeats} of their seats are vacant.";
            if (Meetings == 0)
                yield return "It has not met yet.";
            else if (Seats > 0 && MeetingsMissed > 0)
                yield return $"At {MeetingsMissed} of its {Meetings} meetings a seat was vacant, or its representative was not invited.";
        }
    }
}

public enum MeetingState
{
    Scheduled,
    Held,
    Cancelled,
}

public enum Attendance
{
    Attended,
    Substitute,
    Apologies,
    Absent,
    Vacant,
}
