namespace Engagement.Web.YouSaidWeDid;

public sealed record EntryDetails(
    string Slug,
    EntryState State,
    string YouSaid,
    string WeDid,
    ConsultationName? Consultation,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    Decision Decision,
    Commitment? Commitment,
    ActionTaken? Action,
    int? ViewCount);

public sealed record Decision(DecisionOutcome Outcome, DateOnly DecidedOn, string Maker, string Reasons, string Alternatives, string? Conflicts);

public enum DecisionOutcome
{
    WeWill,
    WeCannot,
}

public sealed record Commitment(string Text, string OwnerRole, DateOnly DueOn);

public sealed record ActionTaken(string WhatChanged, string ProofUrl, DateOnly TakenOn);
