using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Gives parents and carers a seat in a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Title">What the seat is called.</param>
public sealed record CreateSeat(Guid GroupId, string Title)
{
    private const int Most = 50;

    public static Decision Decide(CreateSeat command, Guid seatId, GovernanceGroup group, DateOnly today)
    {
        var title = CleanText.OneLine(command.Title);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter a title for this seat, such as parent representative for the east", "title");

        if (CleanText.TooLong(title, CleanText.LineLimit, "title") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (group.Seats.Any(seat => string.Equals(seat.Title, title, StringComparison.OrdinalIgnoreCase)))
            return Decision.Refuse("SEAT_TITLE_TAKEN", "This group has a seat with this title. Give the new one another title", "title");

        return group.Seats.Count >= Most
            ? Decision.Refuse("TOO_MANY_SEATS", "A group has at most 50 seats for parents and carers")
            : Decision.To(new SeatCreated(seatId, title, today));
    }
}
