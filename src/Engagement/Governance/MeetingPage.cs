using EventStore;

namespace Engagement.Governance;

/// <summary>A meeting of a group, as its rules see it and as it is shown. Right at once.</summary>
public sealed record MeetingPage : IEvolve<MeetingPage>
{
    /// <summary>The meeting.</summary>
    public Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>Where it stands.</summary>
    public MeetingState State { get; init; }

    /// <summary>The seats whose representatives were invited, and when they had the papers.</summary>
    public IReadOnlyList<SeatInvitation> Invitations { get; init; } = [];

    /// <summary>How each seat was filled; null until that is recorded.</summary>
    public IReadOnlyList<SeatAttendance>? Attendance { get; init; }

    /// <summary>The day its minutes were approved; null until then.</summary>
    public DateOnly? MinutesApprovedOn { get; init; }

    /// <summary>Why it was called off; null where it was not.</summary>
    public string? CancelledBecause { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    public static MeetingPage? Evolve(MeetingPage? state, IEvent e) => (state, e.Data) switch
    {
        (null, MeetingScheduled scheduled) => new MeetingPage { Id = e.StreamId, GroupId = scheduled.GroupId, OnDay = scheduled.OnDay, Version = (int)e.Version },
        ({ } meeting, var happened) => After(meeting, happened) with { Version = (int)e.Version },
        _ => state,
    };

    private static MeetingPage After(MeetingPage meeting, object e) => e switch
    {
        RepInvited invited => meeting with
        {
            Invitations = [.. meeting.Invitations.Where(one => one.SeatId != invited.SeatId), new SeatInvitation(invited.SeatId, invited.PapersSentOn)],
        },
        MeetingHeld held => meeting with { State = MeetingState.Held, OnDay = held.HeldOn },
        AttendanceTaken taken => meeting with { Attendance = taken.Seats },
        MinutesApproved approved => meeting with { MinutesApprovedOn = approved.ApprovedOn },
        MeetingCancelled cancelled => meeting with { State = MeetingState.Cancelled, CancelledBecause = cancelled.Reason },
        _ => meeting,
    };
}
