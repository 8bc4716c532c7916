namespace GraphQL.Data;

/// <summary>What lies before and after a page.</summary>
/// <param name="HasNextPage">Whether there are items after the page.</param>
/// <param name="HasPreviousPage">Whether there are items before the page.</param>
/// <param name="StartCursor">The first item's cursor; null when the page is empty.</param>
/// <param name="EndCursor">The last item's cursor; null when the page is empty.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
