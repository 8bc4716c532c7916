namespace Engagement.Web.Documents;

/// <summary>The part of a Relay connection that pages use.</summary>
public sealed record Connection<T>(IReadOnlyList<T> Nodes, PageInfo? PageInfo = null);

public sealed record PageInfo(bool HasNextPage, string? EndCursor);

/// <summary>A list of which only the length is asked.</summary>
public sealed record Count(int TotalCount);
