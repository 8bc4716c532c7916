using EventStore;

namespace Engagement.Consultations;

/// <summary>
/// A formal, time-limited activity before a decision, as its own rules see it.
/// Its terminal state is closed: dates no longer move, and what was proposed stays as it was.
/// </summary>
public sealed record Consultation : IEvolve<Consultation>
{
    public required string Title { get; init; }

    public required string DecisionMaker { get; init; }

    public bool AudienceIncludesChildren { get; init; }

    public ProposalPublished? Proposal { get; init; }

    public bool HasEqualityAnalysis { get; init; }

    public IReadOnlyList<RenditionAdded> Renditions { get; init; } = [];

    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public bool IsOpened => OpensOn is not null;

    public static Consultation? Evolve(Consultation? state, IEvent e) => (state, e.Data) switch
    {
        (null, ConsultationDrafted drafted) => new Consultation
        {
            Title = drafted.Title,
            DecisionMaker = drafted.DecisionMaker,
            AudienceIncludesChildren = drafted.AudienceIncludesChildren,
        },
        ({ } consultation, ProposalPublished proposal) => consultation with { Proposal = proposal },
        ({ } consultation, EqualityAnalysisLinked) => consultation with { HasEqualityAnalysis = true },
        ({ } consultation, RenditionAdded rendition) => consultation with { Renditions = [.. consultation.Renditions, rendition] },
        ({ } consultation, ConsultationOpened opened) => consultation with { OpensOn = opened.OpensOn, ClosesOn = opened.ClosesOn },
        ({ } consultation, ClosingDateExtended extended) => consultation with { ClosesOn = extended.ClosesOn },
        ({ } consultation, ConsultationClosed closed) => consultation with { ClosedOn = closed.ClosedOn },
        _ => state,
    };

    public ConsultationState StateOn(DateOnly today) => ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn);
}
