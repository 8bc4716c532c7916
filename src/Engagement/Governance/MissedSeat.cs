namespace Engagement.Governance;

/// <summary>A seat of parents and carers from which nobody could come to a meeting, because nobody sat there or they were not invited.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="OnDay">Its day.</param>
/// <param name="Seat">What the seat is called; null where parents and carers had none in the group on that day.</param>
/// <param name="WasVacant">Whether nobody sat there.</param>
public sealed record MissedSeat(Guid MeetingId, DateOnly OnDay, string? Seat, bool WasVacant);
