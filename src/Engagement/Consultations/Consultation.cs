using EventStore;

namespace Engagement.Consultations;

/// <summary>
/// A formal, time-limited activity before a decision, as its own rules see it.
/// Its terminal state is withdrawn. Closed ends it for people: what was proposed stays as it was, and only a correction of a wrongly recorded
/// date, late answers and reports come after.
/// </summary>
public sealed record Consultation : IEvolve<Consultation>
{
    public required string Title { get; init; }

    public required string OwnerRole { get; init; }

    public required string DecisionMaker { get; init; }

    public required DateOnly DecisionExpectedOn { get; init; }

    public bool AudienceIncludesChildren { get; init; }

    public AudiencesChosen? Audiences { get; init; }

    public SubjectChosen? Subject { get; init; }

    public ProposalPublished? Proposal { get; init; }

    public IReadOnlyList<OptionRejectedRecorded> OptionsRejected { get; init; } = [];

    public bool HasEqualityAnalysis { get; init; }

    public IReadOnlyList<RenditionAdded> Renditions { get; init; } = [];

    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public DateOnly? PausedOn { get; init; }

    public LateSubmissionAccepted? Late { get; init; }

    public int ReportVersion { get; init; }

    public bool IsWithdrawn { get; init; }

    public bool IsOpened => OpensOn is not null;

    public static Consultation? Evolve(Consultation? state, IEvent e) => (state, e.Data) switch
    {
        (null, ConsultationDrafted drafted) => new Consultation
        {
            Title = drafted.Title,
            OwnerRole = drafted.OwnerRole,
            DecisionMaker = drafted.DecisionMaker,
            DecisionExpectedOn = drafted.DecisionExpectedOn,
            AudienceIncludesChildren = drafted.AudienceIncludesChildren,
        },
        ({ } consultation, ConsultationDraftChanged draft) => consultation with
        {
            Title = draft.Title,
            OwnerRole = draft.OwnerRole,
            DecisionMaker = draft.DecisionMaker,
            DecisionExpectedOn = draft.DecisionExpectedOn,
            AudienceIncludesChildren = draft.AudienceIncludesChildren,
        },
        ({ } consultation, AudiencesChosen chosen) => consultation with { Audiences = chosen },
        ({ } consultation, SubjectChosen chosen) => consultation with { Subject = chosen },
        ({ } consultation, ProposalPublished proposal) => consultation with { Proposal = proposal },
        ({ } consultation, OptionRejectedRecorded option) => consultation with { OptionsRejected = [.. consultation.OptionsRejected, option] },
        ({ } consultation, EqualityAnalysisLinked) => consultation with { HasEqualityAnalysis = true },
        ({ } consultation, RenditionAdded rendition) => consultation with { Renditions = [.. consultation.Renditions, rendition] },
        ({ } consultation, ConsultationOpened opened) => consultation with { OpensOn = opened.OpensOn, ClosesOn = opened.ClosesOn },
        // It closes again at its new date, whatever had been recorded of the old one.
        ({ } consultation, ClosingDateExtended extended) => consultation with { ClosesOn = extended.ClosesOn, ClosedOn = null },
        ({ } consultation, ClosingDateCorrected corrected) => consultation with { ClosesOn = corrected.ClosesOn, ClosedOn = null },
        ({ } consultation, ConsultationPaused paused) => consultation with { PausedOn = paused.PausedOn },
        ({ } consultation, ConsultationResumed resumed) => consultation with { PausedOn = null, ClosesOn = resumed.ClosesOn },
        ({ } consultation, ConsultationClosed closed) => consultation with { ClosedOn = closed.ClosedOn },
        ({ } consultation, LateSubmissionAccepted late) => consultation with { Late = late },
        ({ } consultation, ReportPublished report) => consultation with { ReportVersion = report.Version },
        ({ } consultation, ConsultationWithdrawn) => consultation with { IsWithdrawn = true },
        _ => state,
    };

    public ConsultationState StateOn(DateOnly today) => ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn, PausedOn, IsWithdrawn);
}
