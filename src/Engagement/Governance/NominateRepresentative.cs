using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Kent PACT says who is to sit in one of its seats, or says it anew before they are appointed.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="SeatId">The seat.</param>
/// <param name="RepresentativeId">Who: their pseudonym.</param>
/// <param name="Role">What the public sees in place of a name.</param>
public sealed record NominateRepresentative(Guid GroupId, Guid SeatId, Guid RepresentativeId, string Role)
{
    public static Decision Decide(NominateRepresentative command, GovernanceGroup group, Acting by) =>
        !by.IsOfPact
            ? Decision.Refuse(GovernanceGroup.NotKentPact)
            : group.With(command.SeatId, seat => Decide(command, group, seat));

    private static Decision Decide(NominateRepresentative command, GovernanceGroup group, Seat seat)
    {
        var nominee = new Representative(command.RepresentativeId, CleanText.OneLine(command.Role));
        if (seat.State == SeatState.Taken)
            return Decision.Refuse("SEAT_TAKEN", "Somebody sits in this seat. Vacate it before you nominate somebody else", "seatId");

        if (nominee.Id == Guid.Empty)
            return Decision.Refuse("REPRESENTATIVE_MISSING", "Enter the code of the representative", "representativeId");

        if (nominee.Role.Length == 0)
            return Decision.Refuse("ROLE_MISSING", "Enter the role that everybody sees in place of a name", "role");

        if (CleanText.TooLong(nominee.Role, CleanText.LineLimit, "role") is { } tooLong)
            return Decision.Refuse(tooLong);

        if (group.Seats.Any(other => other.Id != seat.Id && (other.Nominee?.Id == nominee.Id || other.Representative?.Id == nominee.Id)))
            return Decision.Refuse("REPRESENTATIVE_HAS_SEAT", "This person has another seat in this group. Choose somebody else", "representativeId");

        return seat.Nominee == nominee ? Decision.Nothing : Decision.To(new RepNominated(seat.Id, nominee.Id, nominee.Role));
    }
}
