namespace Engagement.Forums;

/// <summary>
/// A contribution as its moderators see it. While it is kept back and with the safeguarding lead, that is all that is shown of it: no words, no marks, no
/// reason.
/// </summary>
/// <param name="Id">The contribution.</param>
/// <param name="TopicId">Its topic.</param>
/// <param name="ReplyTo">The post it comments on.</param>
/// <param name="Handle">Its author's handle in this forum.</param>
/// <param name="Text">The author's words, in which <paramref name="Marks"/> are to be shown; null when erased, or kept back and with the safeguarding lead.</param>
/// <param name="Marks">What the system found in the words.</param>
/// <param name="State">How it stands; in a forum moderated after posting it may be shown already.</param>
/// <param name="HeldFor">Why it is held.</param>
/// <param name="IsFlagged">Whether two people must agree to release it.</param>
/// <param name="IsHalfReleased">Whether one of the two has agreed.</param>
/// <param name="IsWithSafeguardingLead">Whether it is with the safeguarding lead.</param>
/// <param name="ClaimedBy">Who is looking at it now.</param>
/// <param name="ClaimedUntil">When that lapses.</param>
/// <param name="AppealText">Why its author appeals, where an appeal is to be decided.</param>
/// <param name="IsAppeal">Whether what is to be decided is an appeal.</param>
/// <param name="QueuedSince">Since when it waits; null when nothing is to be decided on it.</param>
/// <param name="Version">For optimistic commands.</param>
public sealed record QueuedContribution(
    Guid Id,
    Guid TopicId,
    Guid? ReplyTo,
    string Handle,
    string? Text,
    IReadOnlyList<MarkedSpan> Marks,
    ContributionState State,
    HoldReason? HeldFor,
    bool IsFlagged,
    bool IsHalfReleased,
    bool IsWithSafeguardingLead,
    Guid? ClaimedBy,
    DateTimeOffset? ClaimedUntil,
    string? AppealText,
    bool IsAppeal,
    DateTimeOffset? QueuedSince,
    int Version);
