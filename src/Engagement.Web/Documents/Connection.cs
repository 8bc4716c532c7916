namespace Engagement.Web.Documents;

/// <summary>The part of a Relay connection that pages use.</summary>
/// <param name="Nodes">What is on this page of the list.</param>
/// <param name="PageInfo">Whether there is more, where that was asked.</param>
/// <param name="TotalCount">How many the list has, where that was asked.</param>
public sealed record Connection<T>(IReadOnlyList<T> Nodes, PageInfo? PageInfo = null, int TotalCount = 0);

public sealed record PageInfo(bool HasNextPage, string? EndCursor);

/// <summary>A list of which only the length is asked.</summary>
public sealed record Count(int TotalCount);
