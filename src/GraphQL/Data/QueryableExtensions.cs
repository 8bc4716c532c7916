using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>
/// Answers what a client asks from an <see cref="IQueryable{T}"/>. A provider that reads asynchronously, which it shows by its queries being
/// <see cref="IAsyncEnumerable{T}"/>, is read so. Queries run one after another, for providers that allow no others.
/// </summary>
public static class QueryableExtensions
{
    /// <summary>
    /// Filters, sorts and reads one page. Nothing is skipped over: the page begins where its cursor says, which a database finds in an index on the sort
    /// keys. When the first key may be null, rows with a value and rows without are read one after the other, the latter only as far as there is room.
    /// </summary>
    /// <typeparam name="T">The row's type.</typeparam>
    /// <param name="source">
    /// The rows. Their own order is not kept. Objects by whose properties they can be sorted must be read with them, for the cursors.
    /// </param>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The page. The total is counted only when it is selected.</returns>
    public static async Task<Connection<T>> ToConnectionAsync<T>(
        this IQueryable<T> source, QueryContext<T> query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(query);
        var filtered = Where(source, query.Filter);
        var limit = query.Limit ?? throw new InvalidOperationException("Only a field with [UsePaging] answers with a connection.");
        var rows = new List<T>(limit);
        foreach (var range in query.Ranges())
        {
            if (rows.Count < limit)
                rows.AddRange(await ReadAsync(OrderBy(Where(filtered, range.Condition), range.Order).Take(limit - rows.Count), cancellationToken).ConfigureAwait(false));
        }
        var isAnyBehind = await AnyAsync(filtered, query.Behind(rows), cancellationToken).ConfigureAwait(false);
        var isAnyAhead = await AnyAsync(filtered, query.Ahead(rows), cancellationToken).ConfigureAwait(false);
        int? total = query.IsTotalCountSelected ? await CountAsync(filtered, cancellationToken).ConfigureAwait(false) : null;
        return query.ToConnection(rows, total, isAnyBehind, isAnyAhead);
    }

    /// <summary>Filters, sorts and reads the whole list.</summary>
    /// <typeparam name="T">The row's type.</typeparam>
    /// <param name="source">The rows. Their own order is kept when no other is asked for.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The rows.</returns>
    public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source, QueryContext<T> query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(query);
        var filtered = Where(source, query.Filter);
        return ReadAsync(query.IsOrdered ? OrderBy(filtered, query.ReadingOrder) : filtered, cancellationToken);
    }

    private static IQueryable<T> Where<T>(IQueryable<T> source, FilterNode? filter) =>
        filter is null or AllFilter { Filters.Count: 0 } ? source : source.Where(filter.ToExpression<T>());

    private static IQueryable<T> OrderBy<T>(IQueryable<T> source, IReadOnlyList<SortKey> keys)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var query = source.Expression;
        var isFirst = true;
        foreach (var key in keys)
        {
            var access = key.Access(row);

            // Where null stands differs between data sources, so it is said.
            if (key.MayBeNull)
                Add(Expression.Equal(access, Expression.Constant(null, access.Type)), key.Direction);
            Add(access, key.Direction);
        }
        return source.Provider.CreateQuery<T>(query);

        void Add(Expression by, SortDirection direction)
        {
            var method = (isFirst, direction) switch
            {
                (true, SortDirection.Asc) => nameof(Queryable.OrderBy),
                (true, _) => nameof(Queryable.OrderByDescending),
                (_, SortDirection.Asc) => nameof(Queryable.ThenBy),
                _ => nameof(Queryable.ThenByDescending),
            };
            query = Expression.Call(typeof(Queryable), method, [typeof(T), by.Type], query, Expression.Quote(Expression.Lambda(by, row)));
            isFirst = false;
        }
    }

    private static async Task<bool?> AnyAsync<T>(IQueryable<T> source, FilterNode? filter, CancellationToken cancellationToken) => filter is null
        ? null
        : (await ReadAsync(Where(source, filter).Select(_ => 1).Take(1), cancellationToken).ConfigureAwait(false)).Count > 0;

    // Queryable has no asynchronous Count; a group of all rows is counted where the rows are, and there is none when there are no rows.
    private static async Task<int> CountAsync<T>(IQueryable<T> source, CancellationToken cancellationToken) => source is IAsyncEnumerable<T>
        ? (await ReadAsync(source.GroupBy(_ => 1).Select(group => group.Count()), cancellationToken).ConfigureAwait(false)).FirstOrDefault()
        : source.Count();

    private static async Task<List<T>> ReadAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T> asynchronous)
            return [.. query];
        var rows = new List<T>();
        await foreach (var row in asynchronous.WithCancellation(cancellationToken).ConfigureAwait(false))
            rows.Add(row);
        return rows;
    }
}
