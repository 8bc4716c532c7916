using EventStore;

namespace Engagement.Feedback.Version1;

internal sealed class DecisionRecordedUpcaster : EventUpcaster<DecisionRecorded, Feedback.DecisionRecorded>
{
    protected override Feedback.DecisionRecorded Upcast(DecisionRecorded old) =>
        new(old.Outcome, old.DecidedOn, old.Maker, old.Reasons, old.Alternatives, old.Conflicts, ReportVersionRead: null);
}

internal sealed class CommitmentMadeUpcaster : EventUpcaster<CommitmentMade, Feedback.CommitmentMade>
{
    protected override Feedback.CommitmentMade Upcast(CommitmentMade old) => new(1, old.Text, old.OwnerRole, old.DueOn);
}

/// <summary>Whatever was done delivered the one commitment, where there was one.</summary>
internal sealed class ActionTakenUpcaster : EventUpcaster<ActionTaken, Feedback.ActionTaken>
{
    protected override Feedback.ActionTaken Upcast(ActionTaken old) => new(old.WhatChanged, old.ProofUrl, old.TakenOn, [1]);
}

internal sealed class EntryPublishedUpcaster : EventUpcaster<EntryPublished, Feedback.EntryPublished>
{
    protected override Feedback.EntryPublished Upcast(EntryPublished old) =>
        new(old.Slug, old.State, new EntryWords(old.YouSaid, old.WeDid, [], [], []));
}
