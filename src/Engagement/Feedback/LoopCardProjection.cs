using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

public sealed class LoopCardProjection : SingleStreamProjection<LoopCard>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = FeedbackModule.LoopEvents;

    public override LoopCard? Evolve(LoopCard? snapshot, Guid id, IEvent e)
    {
        var card = Show(snapshot, id, e);
        return card is null ? null : card with
        {
            Version = (int)e.Version,
            DueOn = DueOn(card),
            ToPublishSince = Face(card) is { } face && face != card.PublishedAs ? card.ToPublishSince ?? e.OccurredAt() : null,
        };
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
            StartedOn = LondonCalendar.DayOf(e.OccurredAt()),
        },
        ({ }, DecisionRecorded d) => Decided(
            card, new RecordedDecision(d.Outcome, d.DecidedOn, d.Maker, d.Reasons, d.Alternatives, d.Conflicts, e.OccurredAt()), d.ReportVersionRead),
        ({ }, DecisionReplaced d) => Decided(
            card, new RecordedDecision(d.Outcome, d.DecidedOn, d.Maker, d.Reasons, d.Alternatives, d.Conflicts, e.OccurredAt()), d.ReportVersionRead),
        ({ Decision: { } decision }, DecisionReopened reopened) => Reopened(card, decision, reopened.Reason, e.OccurredAt()),
        ({ }, CommitmentMade made) => card with
        {
            State = LoopState.Committed,
            Commitment = new Commitment(made.Text, made.OwnerRole, made.DueOn),
            Commitments = [.. card.Commitments, new CommitmentCard(made.Number, made.Text, made.OwnerRole, made.DueOn, made.DueOn, null)],
        },
        ({ }, CommitmentRescheduled moved) => Rescheduled(card, moved),
        ({ }, ActionTaken taken) => card with
        {
            State = LoopState.Acted,
            IsActedUpon = true,
            Action = new TakenAction(taken.WhatChanged, taken.ProofUrl, taken.TakenOn, e.OccurredAt()),
            Commitments = [.. card.Commitments.Select(c => taken.Delivers.Contains(c.Number) ? c with { DeliveredOn = taken.TakenOn } : c)],
        },
        ({ }, EntryDrafted drafted) => card with { Draft = drafted.Words, DraftedAt = e.OccurredAt(), DraftApprovedBy = null },
        ({ }, EntryApproved approved) => card with { DraftApprovedBy = approved.Reader },
        ({ }, EntryPublished p) => card with
        {
            State = LoopState.Published,
            Entry = new PublishedEntry(p.Slug, p.State, p.Words.YouSaid, p.Words.WeDid, card.Entry?.PublishedAt ?? e.OccurredAt(), e.OccurredAt())
            {
                ViewCount = card.Entry?.ViewCount,
            },
            PublishedAs = p.State,
            AreContributorsTold = false,
            Words = p.Words,
            Draft = null,
            DraftedAt = null,
            DraftApprovedBy = null,
        },
        ({ Entry: { } entry }, EntryCorrected c) => card with
        {
            Entry = entry with { YouSaid = c.Words.YouSaid, WeDid = c.Words.WeDid, UpdatedAt = e.OccurredAt() },
            Words = c.Words,
            Draft = null,
            DraftedAt = null,
            DraftApprovedBy = null,
        },
        ({ Entry: { } entry }, EntryCountFrozen frozen) => card with { Entry = entry with { ViewCount = frozen.Views } },
        ({ }, ContributorsTold told) => card with { State = LoopState.Told, AreContributorsTold = true, Told = new Telling(told.Route, told.Count, e.OccurredAt()) },
        ({ }, ConfirmationAsked) => card with { ConfirmationAskedAt = e.OccurredAt() },
        ({ }, ConfirmationGiven given) => Confirmed(card, card.Confirmation.With(given), e.OccurredAt()),
        ({ }, GroupConfirmationGiven given) => Confirmed(card, card.Confirmation.With(given), e.OccurredAt()),
        ({ }, LoopClosed) => card with { ClosedAt = e.OccurredAt() },
        ({ }, LoopEscalated escalated) => card with { Escalations = [.. card.Escalations, new Escalation(escalated.To, escalated.Step, e.OccurredAt())] },
        _ => card,
    };

    private static LoopCard Decided(LoopCard card, RecordedDecision decision, int? reportVersionRead) => card with
    {
        State = LoopState.Decided,
        Decision = decision,
        ReportVersionRead = reportVersionRead,
        Commitment = decision.Outcome == DecisionOutcome.WeCannot ? null : card.Commitment,
        Commitments = decision.Outcome == DecisionOutcome.WeCannot ? [] : card.Commitments,
    };

    private static LoopCard Reopened(LoopCard card, RecordedDecision decision, string reason, DateTimeOffset at) => card with
    {
        State = LoopState.Opened,
        StartedOn = LondonCalendar.DayOf(at),
        Reopened = [.. card.Reopened, new ReopenedDecision(decision, reason, at, card.Confirmation)],
        IsActedUpon = false,
        PublishedAs = null,
        AreContributorsTold = false,
        ClosedAt = null,
        ConfirmationAskedAt = null,
        Confirmation = LoopConfirmation.None,
        ConfirmedAt = null,
        NeedsAttentionSince = null,
    };

    private static LoopCard Rescheduled(LoopCard card, CommitmentRescheduled moved)
    {
        CommitmentCard[] commitments = [.. card.Commitments.Select(c => c.Number == moved.Number ? c with { DueOn = moved.DueOn } : c)];
        return card with
        {
            Commitments = commitments,
            Commitment = commitments.LastOrDefault() is { } last ? new Commitment(last.Text, last.OwnerRole, last.DueOn) : card.Commitment,
        };
    }

    private static LoopCard Confirmed(LoopCard card, LoopConfirmation confirmation, DateTimeOffset at) => card with
    {
        Confirmation = confirmation,
        ConfirmedAt = confirmation.IsConfirmed ? card.ConfirmedAt ?? at : null,
        NeedsAttentionSince = confirmation.NeedsAttention ? card.NeedsAttentionSince ?? at : null,
    };

    // A decision that is being looked at again stays on the card.
    internal static EntryState? Face(LoopCard card) => Loop.FaceOf(
        card.State == LoopState.Opened ? null : card.Decision?.Outcome,
        card.IsActedUpon && card.Commitments.All(c => c.DeliveredOn is not null));

    private static DateOnly DueOn(LoopCard card) =>
        LoopDue.On(card.StartedOn, [.. card.Commitments.Select(c => new OwedCommitment(c.Number, c.DueOn, c.DeliveredOn is not null))]);
}
