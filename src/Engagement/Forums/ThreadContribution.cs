namespace Engagement.Forums;

/// <summary>A released contribution as all see it.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="TopicId">Its topic.</param>
/// <param name="ReplyTo">The post it comments on; null for a post.</param>
/// <param name="Handle">The name the system gave its author in this forum.</param>
/// <param name="Text">The author's words; null once they have been erased.</param>
/// <param name="ReceivedAt">When it was first sent: the order of the page.</param>
/// <param name="IsEdited">Whether its author has changed it since.</param>
/// <param name="Supporters">How many support it; null where that is not shown. See <see cref="SupportCounts"/>.</param>
public sealed record ThreadContribution(
    Guid Id, Guid TopicId, Guid? ReplyTo, string Handle, string? Text, DateTimeOffset ReceivedAt, bool IsEdited, int? Supporters);
