using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

/// <summary>How a seat was filled, as it is sent.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="Attendance">How.</param>
public sealed record SeatFilled([property: ID<Seat>] Guid SeatId, Attendance Attendance);
