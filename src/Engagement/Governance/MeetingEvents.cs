namespace Engagement.Governance;

/// <summary>A group is to meet.</summary>
public sealed record MeetingScheduled(Guid GroupId, DateOnly OnDay);

/// <summary>Whoever sits in a seat of parents and carers was invited, and had the papers on this day.</summary>
public sealed record RepInvited(Guid SeatId, DateOnly PapersSentOn);

public sealed record MeetingHeld(DateOnly HeldOn);

/// <summary>Who of the seats of parents and carers was there. A later record replaces the one before.</summary>
public sealed record AttendanceTaken(IReadOnlyList<SeatAttendance> Seats);

public sealed record MinutesApproved(DateOnly ApprovedOn);

public sealed record MeetingCancelled(string Reason);

/// <summary>Something stands in the way of parents and carers, or of what they asked for.</summary>
public sealed record BarrierRaised(Guid GroupId, string Title, string Detail, DateOnly RaisedOn);

/// <summary>The group could not take it away itself, and the group above it is to.</summary>
public sealed record BarrierEscalated(Guid FromGroupId, Guid ToGroupId, string Reason);

public sealed record BarrierResolved(string Resolution, DateOnly ResolvedOn);
