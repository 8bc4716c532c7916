using EventStore;

namespace Engagement.Governance;

public sealed class GovernanceGroupPageProjection : SingleStreamProjection<GovernanceGroupPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = GovernanceModule.Types;

    public override GovernanceGroupPage? Evolve(GovernanceGroupPage? snapshot, Guid id, IEvent e)
    {
        var page = (snapshot, e.Data) switch
        {
            (null, GroupConstituted constituted) => new GovernanceGroupPage
            {
                Id = id,
                Name = constituted.Name,
                Terms = constituted.Terms,
                Frequency = constituted.Frequency,
                ParentGroupId = constituted.ParentGroupId,
            },
            ({ } shown, GroupTermsChanged changed) => shown with { Terms = changed.Terms },
            ({ } shown, MeetingFrequencyChanged changed) => shown with
            {
                Frequency = changed.Frequency,
                FrequencyChanges = [.. shown.FrequencyChanges, new FrequencyChange(changed.From, shown.Frequency, changed.Frequency, changed.Reason)],
            },
            ({ } shown, var happened) => shown with { Seats = shown.Seats.After(happened) ?? shown.Seats },
            _ => null,
        };
        return page is null ? null : page with { Version = (int)e.Version };
    }
}
