using EventStore;

namespace Engagement.Governance;

public sealed class MeetingPageProjection : SingleStreamProjection<MeetingPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = GovernanceModule.MeetingTypes;

    public override MeetingPage? Evolve(MeetingPage? snapshot, Guid id, IEvent e) => MeetingPage.Evolve(snapshot, e);
}
