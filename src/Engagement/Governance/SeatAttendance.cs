namespace Engagement.Governance;

/// <summary>How a seat was filled at a meeting.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Attendance">How.</param>
public sealed record SeatAttendance(Guid SeatId, Attendance Attendance);
