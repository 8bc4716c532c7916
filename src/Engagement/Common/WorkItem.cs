namespace Engagement.Common;

/// <summary>Something that waits for somebody.</summary>
/// <param name="Kind">What is to be done, as a word of the module it comes from, such as <c>UNREAD_VIEW</c>.</param>
/// <param name="Id">The thing it is to be done with; of one thing there is at most one item of a kind.</param>
/// <param name="Title">What the thing is called. Never anybody's own words.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="DueOn">The day by which it is promised, if there is one.</param>
/// <param name="IsOverdue">Whether that day is over.</param>
public sealed record WorkItem(string Kind, Guid Id, string Title, DateTimeOffset Since, DateOnly? DueOn, bool IsOverdue)
{
    /// <summary>The consultation it belongs to, if it belongs to one.</summary>
    public Guid? ConsultationId { get; init; }

    /// <summary>Who has taken it up last, where that is said.</summary>
    public Guid? ClaimedBy { get; init; }

    /// <summary>Until when it is theirs.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }
}
