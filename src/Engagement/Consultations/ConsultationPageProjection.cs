using Engagement.Common;
using EventStore;

namespace Engagement.Consultations;

public sealed class ConsultationPageProjection : SingleStreamProjection<ConsultationPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ConsultationDrafted),
        typeof(ConsultationDraftChanged),
        typeof(ProposalPublished),
        typeof(EqualityAnalysisLinked),
        typeof(RenditionAdded),
        typeof(ConsultationOpened),
        typeof(ClosingDateExtended),
        typeof(ConsultationClosed),
        typeof(AudiencesChosen),
        typeof(SubjectChosen),
        typeof(OptionRejectedRecorded),
        typeof(ClosingDateCorrected),
        typeof(ConsultationPaused),
        typeof(ConsultationResumed),
        typeof(LateSubmissionAccepted),
        typeof(ReportPublished),
        typeof(ConsultationWithdrawn),
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
        ({ }, ConsultationDraftChanged draft) => page with
        {
            Title = draft.Title,
            OwnerRole = draft.OwnerRole,
            DecisionMaker = draft.DecisionMaker,
            DecisionExpectedOn = draft.DecisionExpectedOn,
            AudienceIncludesChildren = draft.AudienceIncludesChildren,
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
        ({ }, ClosingDateExtended extended) => Moved(page, extended.ClosesOn, extended.Reason, null, e),
        ({ }, ClosingDateCorrected corrected) => Moved(page, corrected.ClosesOn, corrected.Reason, corrected.Source, e),
        ({ }, ConsultationPaused paused) => page with { PausedOn = paused.PausedOn, PausedBecause = paused.Reason },
        ({ }, ConsultationResumed resumed) =>
            Moved(page, resumed.ClosesOn, page.PausedBecause ?? "", null, e) with { PausedOn = null, PausedBecause = null },
        ({ }, AudiencesChosen chosen) => page with { Audiences = chosen.Audiences },
        ({ }, SubjectChosen chosen) => page with { About = chosen.About, Districts = chosen.Districts },
        ({ }, OptionRejectedRecorded option) => page with { OptionsRejected = [.. page.OptionsRejected, new RejectedOption(option.Option, option.Reason)] },
        ({ }, LateSubmissionAccepted late) => page with { Late = new LateAcceptance(late.Until, late.ForWhom, late.Reason) },
        ({ }, ReportPublished report) => page with { Report = new ConsultationReport(report.Version, report.Url, e.OccurredAt()) },
        ({ }, ConsultationWithdrawn withdrawn) => page with { WithdrawnOn = withdrawn.WithdrawnOn, WithdrawnBecause = withdrawn.Reason },
        ({ }, ConsultationClosed closed) => page with { ClosedOn = closed.ClosedOn },
        _ => page,
    };

    private static ConsultationPage Moved(ConsultationPage page, DateOnly closesOn, string reason, string? source, IEvent e) => page with
    {
        ClosesOn = closesOn,
        ClosedOn = null,
        ClosingDateChanges = [.. page.ClosingDateChanges, new ClosingDateChange(page.ClosesOn ?? closesOn, closesOn, reason, source, e.OccurredAt())],
    };
}
