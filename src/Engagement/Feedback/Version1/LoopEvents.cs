namespace Engagement.Feedback.Version1;

internal sealed record DecisionRecorded(
    DecisionOutcome Outcome, DateOnly DecidedOn, string Maker, string Reasons, string Alternatives, string? Conflicts);

/// <summary>When a loop could have one commitment only.</summary>
internal sealed record CommitmentMade(string Text, string OwnerRole, DateOnly DueOn);

internal sealed record ActionTaken(string WhatChanged, string ProofUrl, DateOnly TakenOn);

/// <summary>When there was one rendition, and nobody had to approve the words.</summary>
internal sealed record EntryPublished(string Slug, EntryState State, string YouSaid, string WeDid);
