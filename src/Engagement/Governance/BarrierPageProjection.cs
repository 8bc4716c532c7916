using EventStore;

namespace Engagement.Governance;

public sealed class BarrierPageProjection : SingleStreamProjection<BarrierPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = GovernanceModule.BarrierTypes;

    public override BarrierPage? Evolve(BarrierPage? snapshot, Guid id, IEvent e) => BarrierPage.Evolve(snapshot, e);
}
