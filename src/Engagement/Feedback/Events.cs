using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Feedback;

/// <summary>A unit of what someone said. Their words are sealed with the key of their subject.</summary>
/// <param name="Source">Where they said it.</param>
/// <param name="ConsultationId">The consultation it belongs to, if it was said in one.</param>
/// <param name="Words">What they said, sealed.</param>
/// <param name="SaidAt">When they said it, which may be long before it was recorded.</param>
/// <param name="Audience">Who they are; null when it was not recorded.</param>
/// <param name="Proxy">Whether somebody else said it for them.</param>
/// <param name="District">The code of their district, if known.</param>
/// <param name="Need">Their or their child's kind of need, if known.</param>
/// <param name="Phase">Their or their child's phase of education, if known.</param>
[EventVersion(2)]
public sealed record ViewCaptured(
    ViewSource Source,
    Guid? ConsultationId,
    PersonalText Words,
    DateTimeOffset SaidAt,
    Audience? Audience,
    bool Proxy,
    string? District,
    string? Need,
    string? Phase);

/// <summary>A view was grouped with others that make the same point.</summary>
/// <param name="ThemeId">The point.</param>
/// <param name="SourceId">The response, contribution or note that the view is from: who says a thing twice is counted once.</param>
/// <param name="ConsultationId">The consultation of the view, if it has one.</param>
/// <param name="Suggestion">The suggestion that was accepted; null where the coder thought of it.</param>
[EventVersion(2)]
public sealed record ViewCoded(Guid ThemeId, Guid SourceId, Guid? ConsultationId, Suggestion? Suggestion);

public sealed record ViewNotCodable(string Reason);

public sealed record ViewWithdrawn(string Reason);

/// <summary>A theme of one consultation, or a standing one, which takes views from anywhere.</summary>
[EventVersion(2)]
public sealed record ThemeOpened(Guid? ConsultationId, string Title, string Summary);

[EventVersion(2)]
public sealed record LoopOpened(Guid ThemeId, Guid? ConsultationId);

public sealed record DecisionRecorded(
    DecisionOutcome Outcome, DateOnly DecidedOn, string Maker, string Reasons, string Alternatives, string? Conflicts);

public sealed record CommitmentMade(string Text, string OwnerRole, DateOnly DueOn);

public sealed record ActionTaken(string WhatChanged, string ProofUrl, DateOnly TakenOn);

/// <summary>The public face of the loop, the first time or again because what could be said of it has changed.</summary>
public sealed record EntryPublished(string Slug, EntryState State, string YouSaid, string WeDid);

/// <summary>The people whose views are behind the entry have been told, by this route; how many responses that was.</summary>
public sealed record ContributorsTold(string Route, int Count);
