using Engagement.Web.Forums;

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
    int? ViewCount,
    IReadOnlyList<EntryTopic>? Topics = null)
{
    /// <summary>The topics in which it was said that are on these pages.</summary>
    public IReadOnlyList<EntryTopic> ShownTopics => [.. (Topics ?? []).Where(topic => topic.Forum.IsForAdults)];
}

/// <summary>A topic of a forum in which it was said.</summary>
public sealed record EntryTopic(string Slug, string Question, ForumName Forum);

public sealed record Decision(DecisionOutcome Outcome, DateOnly DecidedOn, string Maker, string Reasons, string Alternatives, string? Conflicts);

public enum DecisionOutcome
{
    WeWill,
    WeCannot,
}

public sealed record Commitment(string Text, string OwnerRole, DateOnly DueOn);

public sealed record ActionTaken(string WhatChanged, string ProofUrl, DateOnly TakenOn);
