namespace Engagement.Governance;

/// <summary>That whoever sits in a seat was invited.</summary>
/// <param name="SeatId">The seat.</param>
/// <param name="PapersSentOn">The day they had the papers.</param>
public sealed record SeatInvitation(Guid SeatId, DateOnly PapersSentOn);
