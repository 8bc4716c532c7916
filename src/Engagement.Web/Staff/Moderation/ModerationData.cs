using Engagement.Web.Documents;
using Engagement.Web.Forums;

namespace Engagement.Web.Staff.Moderation;

/// <summary>A forum as its moderators choose it. <c>Waiting</c> is null for whoever may not moderate it.</summary>
public sealed record QueueForum(string Id, string Slug, string Title, ForumAgeBand AgeBand, ModerationMode Moderation, bool MayModerate, int? Waiting);

/// <summary>A page of what waits.</summary>
public sealed record QueueList(IReadOnlyList<QueueRow> Nodes, PageInfo? PageInfo = null, int TotalCount = 0);

/// <summary>What waits, in a line. <c>Text</c> is null while it is with the safeguarding lead, and once it was erased.</summary>
public sealed record QueueRow(
    string Id,
    string Handle,
    string? Text,
    ContributionState State,
    HoldReason? HeldFor,
    bool IsFlagged,
    bool IsHalfReleased,
    bool IsWithSafeguardingLead,
    DateTimeOffset? QueuedSince,
    SomePerson? ClaimedBy,
    CaseReply? ReplyTo);

/// <summary>A contribution as its moderators see it.</summary>
public sealed record ModeratedCase(
    string Id,
    string Handle,
    string? Text,
    string? AppealText,
    ContributionState State,
    HoldReason? HeldFor,
    bool IsAppeal,
    bool IsFlagged,
    bool IsHalfReleased,
    bool IsWithSafeguardingLead,
    IReadOnlyList<FoundSpan> Marks,
    DateTimeOffset? QueuedSince,
    SomePerson? ClaimedBy,
    DateTimeOffset? ClaimedUntil,
    int Version,
    CaseTopic? Topic,
    CaseReply? ReplyTo,
    IReadOnlyList<LedgerStep> History)
{
    /// <summary>What still stands, the last first.</summary>
    private IEnumerable<LedgerStep> Standing => History.Where(step => step.ReversedAt is null).Reverse();

    public bool IsDecided => State is ContributionState.Released or ContributionState.Returned or ContributionState.Refused;

    /// <summary>Whether it is shown and nobody has decided that it should be: it was reported, or shown before anybody looked.</summary>
    public bool AwaitsReview => State is ContributionState.Released && QueuedSince is not null;

    /// <summary>Whether two people must agree to show it. That what is shown can stay, one person says.</summary>
    public bool NeedsTwo => IsFlagged && QueuedSince is not null && !IsAppeal && !IsWithSafeguardingLead && !AwaitsReview;

    public bool IsClaimedByAnother => ClaimedBy is { IsYou: false };

    /// <summary>Whether whoever looks has agreed as the first of two.</summary>
    public bool YouAgreed => IsHalfReleased && Standing.FirstOrDefault(step => step.Kind is LedgerKind.ReleaseApproved) is { Person.IsYou: true };

    /// <summary>The refusal that an appeal is about.</summary>
    public LedgerStep? Refusal => Standing.FirstOrDefault(step => step.Kind is LedgerKind.Refused);

    /// <summary>Whether the API wants a reason for showing it.</summary>
    public bool ReleaseNeedsReason => !AwaitsReview && (IsDecided || HeldFor is HoldReason.ContactDetails);

    public bool MayRelease => MayAnswer && (State is not ContributionState.Released || AwaitsReview) && !YouAgreed;

    public bool MayAnswer => State is not ContributionState.Withdrawn && !IsAppeal && !IsWithSafeguardingLead && !IsClaimedByAnother;

    /// <summary>What a reader reported is still shown, and need not be until the safeguarding lead has finished.</summary>
    public bool MayHold => State is not ContributionState.Withdrawn && !IsAppeal && !IsClaimedByAnother && (!IsWithSafeguardingLead || State is ContributionState.Released);

    public bool MayUndo => MayAnswer && IsDecided && !AwaitsReview;

    public bool MayDecideAppeal => IsAppeal && !IsWithSafeguardingLead && !IsClaimedByAnother && Refusal is not { Person.IsYou: true };

    public bool MayClaim => QueuedSince is not null && !IsWithSafeguardingLead && ClaimedBy is null;
}


public sealed record SomePerson(bool IsYou);

public sealed record FoundSpan(MarkKind Kind, int Start, int Length);

public sealed record CaseTopic(string Slug, string Question, CaseForum Forum);

public sealed record CaseForum(string Slug, string Title);

/// <summary>The post that a comment answers.</summary>
public sealed record CaseReply(string Id, string? Handle = null, string? Text = null);

/// <summary>A step of moderation. <c>Person</c> is null for the platform and for the author.</summary>
public sealed record LedgerStep(
    string ContributionId, int Version, LedgerKind Kind, string? ReasonClass, string? Reason, string Role, SomePerson? Person, DateTimeOffset At, DateTimeOffset? ReversedAt);

public enum HoldReason
{
    ContactDetails,
    NeedsAnotherOpinion,
    PossibleDisclosure,
}

public enum LedgerKind
{
    AppealDecided,
    AppealMade,
    Held,
    Refused,
    Released,
    ReleaseApproved,
    Reported,
    Returned,
    Reversed,
    Reviewed,
}

public enum MarkKind
{
    DateOfBirth,
    Email,
    NhsNumber,
    Phone,
    PossibleDisclosure,
    Postcode,
    SocialHandle,
    StreetAddress,
    WebAddress,
}
