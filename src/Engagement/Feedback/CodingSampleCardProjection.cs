using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

public sealed class CodingSampleCardProjection : SingleStreamProjection<CodingSampleCard>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(CodingSampleDrawn), typeof(SecondCodingGiven)];

    public override CodingSampleCard? Evolve(CodingSampleCard? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (null, CodingSampleDrawn drawn) => new CodingSampleCard
        {
            Id = id,
            ConsultationId = drawn.ConsultationId,
            Seed = drawn.Seed,
            ViewIds = drawn.ViewIds,
            DrawnAt = e.OccurredAt(),
            Version = (int)e.Version,
        },
        ({ } card, SecondCodingGiven given) => card with { Given = [.. card.Given, given], Version = (int)e.Version },
        _ => snapshot,
    };
}
