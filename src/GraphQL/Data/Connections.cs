namespace GraphQL.Data;

/// <summary>Makes connections from what a data source returned.</summary>
public static class Connection
{
    /// <summary>
    /// Makes a connection from rows read in the direction of paging, with one row more than the page holds when there are more. Rows read
    /// backwards are turned round.
    /// </summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="rows">At most <see cref="PagingArguments.Size"/> + 1 items.</param>
    /// <param name="paging">What the client asked for.</param>
    /// <param name="cursor">Makes the cursor of an item, commonly with <see cref="Cursor.Encode"/>.</param>
    /// <param name="totalCount">How many items there are in all pages, when it is known.</param>
    /// <returns>The page.</returns>
    public static Connection<T> FromKeyset<T>(
        IReadOnlyList<T> rows, PagingArguments paging, Func<T, string> cursor, int? totalCount = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(paging);
        ArgumentNullException.ThrowIfNull(cursor);
        return Create(rows, paging, cursor, paging.Cursor is not null, rows.Count > paging.Size, totalCount);
    }

    /// <summary>Makes a page of rows read in the direction of paging, told what lies behind and ahead of it in that direction.</summary>
    internal static Connection<T> Create<T>(
        IReadOnlyList<T> rows, PagingArguments paging, Func<T, string> cursor, bool isAnyBehind, bool isAnyAhead, int? totalCount)
    {
        var count = Math.Min(rows.Count, paging.Size);
        var edges = new Edge<T>[count];
        for (var i = 0; i < count; i++)
        {
            var row = rows[i];
            edges[paging.IsBackward ? count - 1 - i : i] = new Edge<T>(row, cursor(row));
        }
        return paging.IsBackward ? Create(edges, isAnyBehind, isAnyAhead, totalCount) : Create(edges, isAnyAhead, isAnyBehind, totalCount);
    }

    /// <summary>Pages a list that is in memory. Its cursors are positions in the list.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="items">All items, in order.</param>
    /// <param name="paging">What the client asked for.</param>
    /// <returns>The page.</returns>
    public static Connection<T> FromList<T>(IEnumerable<T> items, PagingArguments paging)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(paging);
        var all = items as IReadOnlyList<T> ?? [.. items];
        var start = paging.After is null ? 0 : Math.Clamp((long)Cursor.Decode<int>(paging.After) + 1, 0, all.Count);
        var end = paging.Before is null ? all.Count : Math.Clamp((long)Cursor.Decode<int>(paging.Before), start, all.Count);
        if (paging.First is { } first)
            end = Math.Min(end, start + first);
        if (paging.Last is { } last)
            start = Math.Max(start, end - last);
        var edges = new Edge<T>[end - start];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = new Edge<T>(all[(int)start + i], Cursor.Encode((int)start + i));
        return Create(edges, end < all.Count, start > 0, all.Count);
    }

    private static Connection<T> Create<T>(Edge<T>[] edges, bool hasNext, bool hasPrevious, int? totalCount) =>
        new(edges, new PageInfo(hasNext, hasPrevious, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), totalCount);
}
