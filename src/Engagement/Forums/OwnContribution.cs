namespace Engagement.Forums;

/// <summary>What an author sees of what they wrote.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="ForumId">Its forum.</param>
/// <param name="TopicId">Its topic.</param>
/// <param name="ReplyTo">The post it comments on.</param>
/// <param name="Handle">Their handle in this forum.</param>
/// <param name="Reference">The reference of its receipt.</param>
/// <param name="Text">Their words.</param>
/// <param name="State">How it stands.</param>
/// <param name="IsShown">Whether others see it: a comment is not shown while its post is not.</param>
/// <param name="ReasonClass">The class of reason for the last decision.</param>
/// <param name="Reason">The reason for the last decision, or what to change.</param>
/// <param name="Marks">What the system found in the words.</param>
/// <param name="Appeal">How their appeal stands.</param>
/// <param name="AppealReason">The reason for the decision on their appeal.</param>
/// <param name="MayAppeal">Whether they can appeal now.</param>
/// <param name="Help">Where to get help, when it was held as a possible disclosure.</param>
/// <param name="ReceivedAt">When they sent it.</param>
/// <param name="Version">For optimistic commands.</param>
public sealed record OwnContribution(
    Guid Id,
    Guid ForumId,
    Guid TopicId,
    Guid? ReplyTo,
    string Handle,
    string Reference,
    string? Text,
    ContributionState State,
    bool IsShown,
    string? ReasonClass,
    string? Reason,
    IReadOnlyList<MarkedSpan> Marks,
    AppealState Appeal,
    string? AppealReason,
    bool MayAppeal,
    IReadOnlyList<string> Help,
    DateTimeOffset ReceivedAt,
    int Version)
{
    /// <summary>The author's pseudonym.</summary>
    public Guid AuthorId { get; init; }
}
