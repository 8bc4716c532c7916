using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Takes into the group whom Kent PACT nominated, and nobody else.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="AppointedOn">The first day, today or earlier.</param>
public sealed record AppointRepresentative(Guid GroupId, Guid SeatId, DateOnly AppointedOn)
{
    public static Decision Decide(AppointRepresentative command, GovernanceGroup group, DateOnly today) => group.With(command.SeatId, seat => seat.State switch
    {
        SeatState.Vacant => Decision.Refuse("NOT_NOMINATED", "Nobody is nominated for this seat. Kent PACT chooses its own representatives", "seatId"),
        SeatState.Taken => seat.Since == command.AppointedOn
            ? Decision.Nothing
            : Decision.Refuse("SEAT_TAKEN", $"Somebody has sat in this seat since {LondonCalendar.Text(seat.Since)}", "seatId"),
        _ when command.AppointedOn > today => Decision.Refuse("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "appointedOn"),
        _ when command.AppointedOn < seat.Since => Decision.Refuse(
            "DAY_TOO_EARLY", $"This seat has been vacant since {LondonCalendar.Text(seat.Since)}. Enter that day or a later one", "appointedOn"),
        _ => Decision.To(new RepAppointed(seat.Id, command.AppointedOn)),
    });
}
