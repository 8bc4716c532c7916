namespace Engagement.Web.Staff.Groups;

/// <summary>A meeting of a group.</summary>
public sealed record GroupMeeting(
    string Id,
    DateOnly OnDay,
    MeetingState State,
    IReadOnlyList<SeatInvited> Invitations,
    IReadOnlyList<SeatFilledAt>? Attendance,
    DateOnly? MinutesApprovedOn,
    string? CancelledBecause,
    int Version)
{
    public DateOnly? PapersOf(string seat) => Invitations.FirstOrDefault(one => one.SeatId == seat)?.PapersSentOn;

    public Attendance? At(string seat) => Attendance?.FirstOrDefault(one => one.SeatId == seat)?.Attendance;

    public int Filled => Attendance?.Count(one => one.Attendance is Groups.Attendance.Attended or Groups.Attendance.Substitute) ?? 0;
}

public sealed record SeatInvited(string SeatId, DateOnly PapersSentOn);

public sealed record SeatFilledAt(string SeatId, Attendance Attendance);

/// <summary>Something that stands in the way.</summary>
public sealed record Barrier(string Id, string Title, string Detail, DateOnly RaisedOn, int Escalations, string? EscalatedBecause, string? Resolution, DateOnly? ResolvedOn, ParentGroup? Group, int Version);

/// <summary>Whether parents and carers have their part in a group.</summary>
public sealed record ParentsPart(
    int Seats, int VacantSeats, int Meetings, int MeetingsInvited, int SeatsExpected, int SeatsAttended, bool HasIdentifiedAndInvited, decimal? AttendancePercentage)
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
            else if (Seats > 0 && MeetingsInvited < Meetings)
                yield return $"They were not all invited to {Meetings - MeetingsInvited} of its {Meetings} meetings.";
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
