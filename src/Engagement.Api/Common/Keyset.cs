using System.Globalization;
using Engagement.Common;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Common;

/// <summary>Between the client's cursors and positions in our lists.</summary>
internal static class Keyset
{
    /// <summary>The page a client asked for of a list that is ordered by a text that no two of its items share. It is not counted.</summary>
    public static Task<Connection<T>> PageAsync<T>(PagingArguments paging, Func<T, string> positionOf, Func<string?, int, Task<Slice<T>>> read)
    {
        var after = paging.After is null ? null : Cursor.Decode<string>(paging.After);
        return PageAsync(paging, item => Cursor.Encode(positionOf(item)), limit => read(after, limit), count: null);
    }

    /// <summary>The page a client asked for of a list that is ordered by time, then id, and is not counted.</summary>
    public static Task<Connection<T>> PageAsync<T>(
        PagingArguments paging, Func<T, TimePosition> positionOf, Func<TimePosition?, int, Task<Slice<T>>> read) =>
        PageAsync(paging, positionOf, read, count: null);

    /// <summary>The page a client asked for of a list that is ordered by time, then id. It is counted for those who ask for the total.</summary>
    public static async Task<Connection<T>> PageAsync<T>(
        PagingArguments paging, Func<T, TimePosition> positionOf, Func<TimePosition?, int, Task<Slice<T>>> read, Func<Task<int>>? count)
    {
        TimePosition? after = paging.After is null
            ? null
            : TimePosition.TryParse(Cursor.Decode<string>(paging.After), out var position) ? position : throw InvalidCursor();
        return await PageAsync(paging, item => Cursor.Encode(positionOf(item).ToString()), limit => read(after, limit), count);
    }

    /// <summary>The page a client asked for of a list that is ordered by log position.</summary>
    public static Task<Connection<T>> PageAsync<T>(
        PagingArguments paging, Func<T, long> positionOf, Func<long?, int, Task<Slice<T>>> read, Func<Task<int>>? count)
    {
        long? after = paging.After is null ? null : Cursor.Decode<long>(paging.After);
        return PageAsync(paging, item => Cursor.Encode(positionOf(item)), limit => read(after, limit), count);
    }

    /// <summary>The page a client asked for of a list with an order of its own.</summary>
    /// <param name="paging">What was asked for.</param>
    /// <param name="parse">Reads a position as <paramref name="positionOf"/>'s text says it.</param>
    /// <param name="positionOf">The place of an item.</param>
    /// <param name="read">Reads from after a place, so many.</param>
    /// <param name="count">How many there are in all; null where that is not told.</param>
    public static async Task<Connection<T>> PageByAsync<T, TPosition>(
        PagingArguments paging,
        PositionParser<TPosition> parse,
        Func<T, TPosition> positionOf,
        Func<TPosition?, int, Task<Slice<T>>> read,
        Func<Task<int>>? count = null)
        where TPosition : struct
    {
        TPosition? after = paging.After is null ? null : parse(Cursor.Decode<string>(paging.After), out var position) ? position : throw InvalidCursor();
        return await PageAsync(paging, item => Cursor.Encode(Convert.ToString(positionOf(item), CultureInfo.InvariantCulture)!), limit => read(after, limit), count);
    }

    private static async Task<Connection<T>> PageAsync<T>(
        PagingArguments paging, Func<T, string> cursorOf, Func<int, Task<Slice<T>>> read, Func<Task<int>>? count)
    {
        if (paging.IsBackward)
            throw new GraphQLException("This list is read forwards: use first and after.", "PAGING_BACKWARDS_UNSUPPORTED");

        var slice = await read(paging.Size);
        var edges = slice.Items.Select(item => new Edge<T>(item, cursorOf(item))).ToArray();
        var pageInfo = new PageInfo(slice.HasMore, paging.After is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<T>(edges, pageInfo, count is not null && paging.IsTotalCountSelected ? await count() : null);
    }

    private static GraphQLException InvalidCursor() =>
        new("This cursor is not one of this list's. Start again without it.", "CURSOR_INVALID");
}
