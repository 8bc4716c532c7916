using Engagement.Participants;

namespace Engagement.Feedback;

/// <summary>A unit of what someone said. Their words are sealed with the key of their subject.</summary>
public sealed record ViewCaptured(
    Guid ConsultationId,
    Guid WaveId,
    Guid ResponseId,
    Guid InstrumentId,
    int InstrumentVersion,
    string QuestionKey,
    PersonalText Words,
    DateTimeOffset SaidAt);

/// <summary>A view was grouped with others that make the same point.</summary>
public sealed record ViewCoded(Guid ThemeId, Guid ResponseId, Guid ConsultationId);

public sealed record ViewNotCodable(string Reason);

public sealed record ThemeOpened(Guid ConsultationId, string Title, string Summary);

public sealed record LoopOpened(Guid ThemeId, Guid ConsultationId);

public sealed record DecisionRecorded(
    DecisionOutcome Outcome, DateOnly DecidedOn, string Maker, string Reasons, string Alternatives, string? Conflicts);

public sealed record CommitmentMade(string Text, string OwnerRole, DateOnly DueOn);

public sealed record ActionTaken(string WhatChanged, string ProofUrl, DateOnly TakenOn);

/// <summary>The public face of the loop, the first time or again because what could be said of it has changed.</summary>
public sealed record EntryPublished(string Slug, EntryState State, string YouSaid, string WeDid);

/// <summary>The people whose views are behind the entry have been told, by this route; how many responses that was.</summary>
public sealed record ContributorsTold(string Route, int Count);
