using EventStore;

namespace Engagement.Charter;

/// <summary>A commissioning activity as its events tell it.</summary>
public sealed class CommissioningActivityProjection : SingleStreamProjection<CommissioningActivity>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = CharterModule.CommissioningEvents;

    public override CommissioningActivity? Evolve(CommissioningActivity? snapshot, Guid id, IEvent e) => CommissioningActivity.Evolve(snapshot, e);
}
