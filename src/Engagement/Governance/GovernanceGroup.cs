using Engagement.Common;
using EventStore;

namespace Engagement.Governance;

/// <summary>A group that decides or advises, with the seats that parents and carers have in it.</summary>
public sealed record GovernanceGroup : IEvolve<GovernanceGroup>
{
    internal static Refusal NotKentPact { get; } = new("NOT_KENT_PACT", "Kent PACT chooses its own representatives");

    private static readonly Refusal SeatUnknown = new("SEAT_UNKNOWN", "This group has no such seat", "seatId");

    public required string Name { get; init; }

    public required string Terms { get; init; }

    public required MeetingFrequency Frequency { get; init; }

    /// <summary>Since when it meets as often as it does; null where that is since it was constituted.</summary>
    public DateOnly? MeetsSince { get; init; }

    public IReadOnlyList<Seat> Seats { get; init; } = [];

    public static GovernanceGroup? Evolve(GovernanceGroup? state, IEvent e) => (state, e.Data) switch
    {
        (null, GroupConstituted constituted) => new GovernanceGroup
        {
            Name = constituted.Name,
            Terms = constituted.Terms,
            Frequency = constituted.Frequency,
        },
        ({ } group, GroupTermsChanged changed) => group with { Terms = changed.Terms },
        ({ } group, MeetingFrequencyChanged changed) => group with { Frequency = changed.Frequency, MeetsSince = changed.From },
        ({ } group, var happened) => group.Seats.After(happened) is { } seats ? group with { Seats = seats } : group,
        _ => state,
    };

    /// <summary>Decides on one of its seats.</summary>
    internal Decision With(Guid seatId, Func<Seat, Decision> decide) =>
        Seats.FirstOrDefault(seat => seat.Id == seatId) is { } found ? decide(found) : Decision.Refuse(SeatUnknown);
}
