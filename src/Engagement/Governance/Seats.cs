namespace Engagement.Governance;

/// <summary>What events do to the seats of a group.</summary>
internal static class Seats
{
    /// <summary>The seats afterwards; null when the event is not about them.</summary>
    public static IReadOnlyList<Seat>? After(this IReadOnlyList<Seat> seats, object e) => e switch
    {
        SeatCreated created => [.. seats, new Seat { Id = created.SeatId, Title = created.Title, Since = created.CreatedOn, CreatedOn = created.CreatedOn }],
        RepNominated nominated => seats.With(
            nominated.SeatId, seat => seat with { Nominee = new Representative(nominated.RepresentativeId, nominated.Role) }),
        NominationWithdrawn withdrawn => seats.With(withdrawn.SeatId, seat => seat with { Nominee = null }),
        RepAppointed appointed => seats.With(appointed.SeatId, seat => seat with
        {
            Nominee = null,
            Representative = seat.Nominee,
            Since = appointed.AppointedOn,
            Terms = seat.Nominee is { } taken ? [.. seat.Terms, new SeatTerm(taken, appointed.AppointedOn, null)] : seat.Terms,
        }),
        SeatVacated vacated => seats.With(vacated.SeatId, seat => seat with
        {
            Representative = null,
            Since = vacated.VacatedOn,
            Terms = [.. seat.Terms.Select(term => term.Until is null ? term with { Until = vacated.VacatedOn } : term)],
        }),
        _ => null,
    };

    private static Seat[] With(this IReadOnlyList<Seat> seats, Guid id, Func<Seat, Seat> change) =>
        [.. seats.Select(seat => seat.Id == id ? change(seat) : seat)];
}
