namespace Engagement.Forums;

/// <summary>Which of what waits for a moderator; what is null does not narrow the list.</summary>
/// <param name="TopicId">What was said in a topic.</param>
/// <param name="State">How it stands.</param>
/// <param name="HeldFor">What is held for a reason.</param>
/// <param name="IsFlagged">What two people must agree on, or the rest.</param>
/// <param name="IsAppeal">Appeals, or the rest.</param>
/// <param name="IsClaimed">What somebody is looking at now, or the rest.</param>
public sealed record QueueFilter(
    Guid? TopicId = null,
    ContributionState? State = null,
    HoldReason? HeldFor = null,
    bool? IsFlagged = null,
    bool? IsAppeal = null,
    bool? IsClaimed = null)
{
    public static QueueFilter Everything { get; } = new();
}
