using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Kent PACT takes back whom it nominated, as long as they have not been appointed.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="SeatId">The seat.</param>
public sealed record WithdrawNomination(Guid GroupId, Guid SeatId)
{
    public static Decision Decide(WithdrawNomination command, GovernanceGroup group, Acting by) =>
        !by.IsOfPact
            ? Decision.Refuse(GovernanceGroup.NotKentPact)
            : group.With(command.SeatId, seat => seat.State switch
            {
                SeatState.Taken => Decision.Refuse(
                    "ALREADY_APPOINTED", "This representative has been appointed. Vacate the seat if they no longer sit there", "seatId"),
                SeatState.Nominated => Decision.To(new NominationWithdrawn(seat.Id)),
                _ => Decision.Nothing,
            });
}
