using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Forums;

/// <summary>A standing space to talk in, owned by a named body.</summary>
public sealed record ForumEstablished(
    string Title,
    string Slug,
    string Purpose,
    ForumOwner Owner,
    ForumAgeBand AgeBand,
    Audience Audience,
    ModerationMode Moderation,
    IReadOnlyList<Facilitator> Facilitators);

/// <summary>A facilitator was named for the forum, or named again after a new check.</summary>
public sealed record FacilitatorNamed(Facilitator Facilitator);

/// <summary>Its body says in other words what the forum is called and what it is for. Its address stays.</summary>
public sealed record ForumReworded(string Title, string Purpose);

public sealed record FacilitatorRemoved(Guid FacilitatorId, string Reason);

/// <summary>A question put to a forum, of a consultation or of its own.</summary>
public sealed record TopicPublished(
    Guid ForumId, string Question, string Slug, string? Background, DateOnly OpensOn, DateOnly ClosesOn, Guid? ConsultationId);

/// <summary>Closed by someone before its last day. A topic that has reached its last day is closed without this.</summary>
public sealed record TopicClosed(DateOnly ClosedOn, string Reason);

/// <summary>It stands before the other topics of its forum, or among them again.</summary>
public sealed record TopicPinned(bool Pinned);

/// <summary>What was heard, in a few plain words of the forum's body. A later one takes its place.</summary>
public sealed record TopicSummaryPublished(string Text);

/// <summary>A post, or a comment to a post. The words are sealed with the author's key.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="ForumId">Its forum.</param>
/// <param name="ConsultationId">The consultation of the topic, if it has one.</param>
/// <param name="ReplyTo">The post that is commented on; null for a post.</param>
/// <param name="AuthorId">The author's pseudonym, which is also the subject of their key. Only the platform sees it.</param>
/// <param name="Handle">What others see of the author: two words, assigned by the system, other ones in each forum.</param>
/// <param name="Audience">Whose voice the forum is for.</param>
/// <param name="District">The code of the author's district, if they gave it.</param>
/// <param name="Words">What they wrote, sealed.</param>
/// <param name="Reference">The reference of their receipt.</param>
/// <param name="SecretHash">A hash of the secret they come back with.</param>
/// <param name="ReceivedAt">When they sent it.</param>
public sealed record ContributionReceived(
    Guid TopicId,
    Guid ForumId,
    Guid? ConsultationId,
    Guid? ReplyTo,
    Guid AuthorId,
    string Handle,
    Audience Audience,
    string? District,
    PersonalText Words,
    string Reference,
    string SecretHash,
    DateTimeOffset ReceivedAt);

/// <summary>Kept back until somebody has looked at it.</summary>
/// <param name="Why">The class of reason.</param>
/// <param name="Reason">What the author reads.</param>
/// <param name="Marks">Where in the words something was found.</param>
/// <param name="WordListVersion">The list that found it, where a list did.</param>
/// <param name="By">Who holds it; null when the system did at receipt.</param>
public sealed record ContributionHeld(
    HoldReason Why, string Reason, IReadOnlyList<MarkedSpan> Marks, string? WordListVersion, Guid? By);

/// <summary>The first of the two people it takes to release a flagged contribution agrees.</summary>
public sealed record ContributionReleaseApproved(string? Reason, Guid By);

/// <summary>Shown to all. Nobody decided where <paramref name="By"/> is null: the forum is moderated after posting.</summary>
public sealed record ContributionReleased(string? Reason, Guid? By);

/// <summary>A person has looked at what was shown without anybody's decision, and it stays.</summary>
public sealed record ContributionReviewed(Guid By);

/// <summary>Given back to the author, who is told what to change.</summary>
public sealed record ContributionReturned(ReturnReason Why, string WhatToChange, Guid By);

public sealed record ContributionRefused(RefusalReason Why, string Reason, Guid By);

/// <summary>The last decision no longer stands. It stays in the history, and the contribution waits for another one.</summary>
public sealed record ModerationReversed(string Reason, Guid By);

/// <summary>The author changed their words, which are moderated anew.</summary>
public sealed record ContributionEdited(PersonalText Words, DateTimeOffset EditedAt);

/// <summary>The author took it back.</summary>
/// <param name="WasShown">Whether others could read it until then.</param>
public sealed record ContributionWithdrawn(bool WasShown);

public sealed record ContributionSupported(Guid ParticipantId);

/// <summary>Somebody who agreed takes that back.</summary>
public sealed record SupportWithdrawn(Guid ParticipantId);

/// <summary>A reader asks for a person to look at what is shown. Who it was is not kept.</summary>
public sealed record ContributionReported(ReportReason Why);

/// <summary>Somebody is looking at it, so that nobody else need. It lapses by itself.</summary>
public sealed record ModerationClaimed(Guid By, DateTimeOffset Until);

/// <summary>The author asks for another person to look at a refusal. Their words are sealed.</summary>
public sealed record AppealMade(PersonalText Words);

public sealed record AppealDecided(AppealOutcome Outcome, string Reason, Guid By);

/// <summary>Somebody may be at risk of harm: the safeguarding lead is to look at it.</summary>
/// <param name="Source">What raised it.</param>
/// <param name="Why">How it was noticed.</param>
/// <param name="WordListVersion">The list that noticed it, where a list did.</param>
/// <param name="Marks">Where in the words it was noticed.</param>
/// <param name="Words">A copy of the words as they were then, sealed: the author may change or withdraw theirs.</param>
/// <param name="Note">What the person who raised it adds, sealed with the same key because it is about the same people.</param>
/// <param name="RaisedBy">Who raised it; null when the system did, or a reader, of whom nothing is kept.</param>
[EventVersion(2)]
public sealed record SafeguardingRaised(
    SafeguardingSource Source,
    SafeguardingCause Why,
    string? WordListVersion,
    IReadOnlyList<MarkedSpan> Marks,
    PersonalText Words,
    PersonalText? Note,
    Guid? RaisedBy);

/// <summary>Somebody is about to read the words. Recorded before anything is shown.</summary>
public sealed record SafeguardingItemOpened(string Role, Guid Actor, string Reason);

public sealed record SafeguardingAcknowledged(Guid By);

public sealed record SafeguardingClosed(SafeguardingOutcome Outcome, Guid By);
