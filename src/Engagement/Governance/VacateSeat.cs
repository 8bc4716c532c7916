using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Says that a representative no longer sits there. The group cannot send away whom Kent PACT chose.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="VacatedOn">The first day on which nobody sits there, today or earlier.</param>
/// <param name="Reason">Why.</param>
public sealed record VacateSeat(Guid GroupId, Guid SeatId, DateOnly VacatedOn, VacancyReason Reason)
{
    public static Decision Decide(VacateSeat command, GovernanceGroup group, Acting by, DateOnly today) =>
        !by.IsOfPact
            ? Decision.Refuse(GovernanceGroup.NotKentPact)
            : group.With(command.SeatId, seat => Decide(command, seat, today));

    private static Decision Decide(VacateSeat command, Seat seat, DateOnly today)
    {
        if (seat.State != SeatState.Taken)
            return Decision.Nothing;

        if (command.VacatedOn > today)
            return Decision.Refuse("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "vacatedOn");

        return command.VacatedOn < seat.Since
            ? Decision.Refuse(
                "DAY_TOO_EARLY", $"They have sat there since {LondonCalendar.Text(seat.Since)}. Enter that day or a later one", "vacatedOn")
            : Decision.To(new SeatVacated(seat.Id, command.VacatedOn, command.Reason));
    }
}
