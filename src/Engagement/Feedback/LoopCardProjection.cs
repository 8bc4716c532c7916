using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

public sealed class LoopCardProjection : SingleStreamProjection<LoopCard>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(LoopOpened),
        typeof(DecisionRecorded),
        typeof(CommitmentMade),
        typeof(ActionTaken),
        typeof(EntryPublished),
        typeof(ContributorsTold),
    ];

    public override LoopCard? Evolve(LoopCard? snapshot, Guid id, IEvent e)
    {
        var card = Show(snapshot, id, e);
        return card is null ? null : card with { Version = (int)e.Version };
    }

    private static LoopCard? Show(LoopCard? card, Guid id, IEvent e) => (card, e.Data) switch
    {
        (null, LoopOpened opened) => new LoopCard
        {
            Id = id,
            ThemeId = opened.ThemeId,
            ConsultationId = opened.ConsultationId,
            State = LoopState.Opened,
            OpenedAt = e.OccurredAt(),
        },
        ({ }, DecisionRecorded d) => card with
        {
            State = LoopState.Decided,
            Decision = new RecordedDecision(d.Outcome, d.DecidedOn, d.Maker, d.Reasons, d.Alternatives, d.Conflicts, e.OccurredAt()),
        },
        ({ }, CommitmentMade made) => card with
        {
            State = LoopState.Committed,
            Commitment = new Commitment(made.Text, made.OwnerRole, made.DueOn),
        },
        ({ }, ActionTaken taken) => card with
        {
            State = LoopState.Acted,
            Action = new TakenAction(taken.WhatChanged, taken.ProofUrl, taken.TakenOn, e.OccurredAt()),
        },
        ({ }, EntryPublished p) => card with
        {
            State = LoopState.Published,
            Entry = new PublishedEntry(p.Slug, p.State, p.YouSaid, p.WeDid, card.Entry?.PublishedAt ?? e.OccurredAt(), e.OccurredAt()),
        },
        ({ }, ContributorsTold told) => card with
        {
            State = LoopState.Told,
            Told = new Telling(told.Route, told.Count, e.OccurredAt()),
        },
        _ => card,
    };
}
