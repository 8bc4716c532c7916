using Engagement.Common;
using EventStore;

namespace Engagement.Consultations;

public sealed class ConsultationPageProjection : SingleStreamProjection<ConsultationPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ConsultationDrafted),
        typeof(ProposalPublished),
        typeof(EqualityAnalysisLinked),
        typeof(RenditionAdded),
        typeof(ConsultationOpened),
        typeof(ClosingDateExtended),
        typeof(ConsultationClosed),
    ];

    public override ConsultationPage? Evolve(ConsultationPage? snapshot, Guid id, IEvent e)
    {
        var page = Show(snapshot, id, e);
        return page is null ? null : page with { Version = (int)e.Version };
    }

    private static ConsultationPage? Show(ConsultationPage? page, Guid id, IEvent e) => (page, e.Data) switch
    {
        (null, ConsultationDrafted drafted) => new ConsultationPage
        {
            Id = id,
            Slug = drafted.Slug,
            Title = drafted.Title,
            OwnerRole = drafted.OwnerRole,
            DecisionMaker = drafted.DecisionMaker,
            DecisionExpectedOn = drafted.DecisionExpectedOn,
            AudienceIncludesChildren = drafted.AudienceIncludesChildren,
            DraftedAt = e.OccurredAt(),
        },
        ({ }, ProposalPublished p) => page with { Proposal = new Proposal(p.Text, p.Reasons, p.Impacts, e.OccurredAt()) },
        ({ }, EqualityAnalysisLinked linked) => page with { EqualityAnalysisUrl = linked.Url },
        ({ }, RenditionAdded r) => page with { Renditions = [.. page.Renditions, new Rendition(r.Kind, r.Language, r.ApprovedByRole, r.Url)] },
        ({ }, ConsultationOpened opened) => page with
        {
            OpensOn = opened.OpensOn,
            ClosesOn = opened.ClosesOn,
            ShorterThanSixWeeksBecause = opened.ShorterThanSixWeeksBecause,
        },
        ({ }, ClosingDateExtended extended) => page with { ClosesOn = extended.ClosesOn },
        ({ }, ConsultationClosed closed) => page with { ClosedOn = closed.ClosedOn },
        _ => page,
    };
}
