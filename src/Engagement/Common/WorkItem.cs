namespace Engagement.Common;

/// <summary>Something that waits for an officer.</summary>
/// <param name="Kind">What is to be done, as a word of the module it comes from, such as <c>UNREAD_VIEW</c>.</param>
/// <param name="Id">The thing it is to be done with; of one thing there is at most one item of a kind.</param>
/// <param name="Title">What the thing is called. Never anybody's own words.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="DueOn">The day by which it is promised, if there is one.</param>
public sealed record WorkItem(string Kind, Guid Id, string Title, DateTimeOffset Since, DateOnly? DueOn);
