using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>
/// What a client asks of a list: a filter, an order and a page, independent of any data source. A read model takes it as a resolver's
/// parameter and translates it: rows that meet <see cref="Filter"/> and <see cref="Seek"/>, sorted by <see cref="ReadingOrder"/>, at most
/// <see cref="Limit"/> of them; <see cref="ToConnection"/> makes the page. Only declared properties appear in it. Immutable.
/// </summary>
/// <typeparam name="T">The row's type.</typeparam>
public sealed class QueryContext<T>
{
    private const int MaxConditions = 1000;
    private const int MaxSortKeys = 20;
    private const int MaxDepth = 50;
    private readonly IResolverContext? _context;
    private readonly SortKey[] _order;
    private readonly string _orderText;
    private readonly object?[]? _after;
    private readonly object?[]? _before;

    /// <summary>Puts together what is asked.</summary>
    /// <param name="filter">The filter, or null for all rows.</param>
    /// <param name="order">What to sort by, the most important first. Further keys of the same property are left out.</param>
    /// <param name="paging">The page, or null for the whole list.</param>
    /// <param name="identity">The property that tells all rows apart; required with a page. It ends the order, so that no two rows are equal.</param>
    /// <exception cref="GraphQLException">The filter or the order is too large, or a cursor is not of this list or of another order.</exception>
    public QueryContext(FilterNode? filter, IReadOnlyList<SortKey> order, PagingArguments? paging, QueryField? identity)
        : this(filter, order, paging, identity, null)
    {
    }

    internal QueryContext(FilterNode? filter, IReadOnlyList<SortKey> order, PagingArguments? paging, QueryField? identity, IResolverContext? context)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (paging is not null && identity is null)
            throw new ArgumentException("Paging by keys needs a property that tells all rows apart.", nameof(identity));
        if (filter is not null)
            CheckSize(filter);
        Filter = filter;
        Paging = paging;
        IsOrdered = order.Count > 0;
        _context = context;
        _order = Complete(order, identity);
        _orderText = string.Join(',', _order.AsEnumerable());
        ReadingOrder = paging is { IsBackward: true } ? Array.ConvertAll(_order, key => key.Reversed) : _order;
        _after = paging?.After is { } after ? Cursor.Decode(after, _orderText, _order) : null;
        _before = paging?.Before is { } before ? Cursor.Decode(before, _orderText, _order) : null;
    }

    /// <summary>The condition that rows must meet, or null for all rows. It is also what a total counts.</summary>
    public FilterNode? Filter { get; }

    /// <summary>The order of the list, as the client sees it. It ends with the identity, where one is known.</summary>
    public IReadOnlyList<SortKey> Order => _order;

    /// <summary>The order to read rows in: <see cref="Order"/>, turned round when the client pages backwards.</summary>
    public IReadOnlyList<SortKey> ReadingOrder { get; }

    /// <summary>The page that is asked for, or null for the whole list.</summary>
    public PagingArguments? Paging { get; }

    /// <summary>The rows past the cursors, beside <see cref="Filter"/>; null when there are no cursors.</summary>
    public FilterNode? Seek => _after is null && _before is null ? null : FilterNode.All(
        _after is null ? null : Keyset.Beyond(_order, _after),
        _before is null ? null : Keyset.Beyond(Reversed(_order), _before));

    /// <summary>How many rows to read: one more than the page holds, to know whether there are more. Null for the whole list.</summary>
    public int? Limit => Paging?.Size + 1;

    /// <summary>Whether the client asks how many rows there are in all; otherwise they need not be counted.</summary>
    public bool IsTotalCountSelected => IsSelected("totalCount");

    /// <summary>Whether the client gave an order, or the field has a default one.</summary>
    internal bool IsOrdered { get; }

    /// <summary>The rows past the cursors, in parts to be read one after another until the page is full.</summary>
    internal IEnumerable<QueryRange> Ranges()
    {
        var first = ReadingOrder[0];
        if (!first.MayBeNull)
            return [new(Seek, ReadingOrder)];
        SortKey[] order = [first with { IsNullSettled = true }, .. ReadingOrder.Skip(1)];
        bool[] parts = first.Direction == SortDirection.Asc ? [false, true] : [true, false];
        return parts.Select(isNull => new QueryRange(
                FilterNode.All(
                    first.Compare(isNull ? FilterOperator.Eq : FilterOperator.Neq, null),
                    _after is null ? null : Keyset.BeyondAmong(_order, _after, isNull),
                    _before is null ? null : Keyset.BeyondAmong(Reversed(_order), _before, isNull)),
                order))
            .Where(range => range.Condition is not AnyFilter { Filters.Count: 0 });
    }

    /// <summary>The cursor of a row in this order.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The cursor.</returns>
    public string CursorOf(T row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Cursor.Encode([_orderText, .. KeysOf(row)]);
    }

    /// <summary>
    /// Which rows lie before the page in the direction of reading, to be asked for with <see cref="Filter"/> whether there are any. Null when
    /// nobody wants to know, or the page is the first.
    /// </summary>
    /// <param name="rows">The rows read.</param>
    /// <returns>The condition, or null.</returns>
    public FilterNode? Behind(IReadOnlyList<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var start = Paging is { IsBackward: true } ? _before : _after;
        if (start is null || !IsSelected(Paging!.IsBackward ? "pageInfo.hasNextPage" : "pageInfo.hasPreviousPage"))
            return null;
        return PageLength(rows) == 0
            ? Keyset.Beyond(Reversed(ReadingOrder), start, inclusive: true)
            : Keyset.Beyond(Reversed(ReadingOrder), KeysOf(rows[0]));
    }

    /// <summary>
    /// Which rows lie after the page in the direction of reading, to be asked for with <see cref="Filter"/> whether there are any. Null when
    /// nobody wants to know, or the rows read say so themselves.
    /// </summary>
    /// <param name="rows">The rows read.</param>
    /// <returns>The condition, or null.</returns>
    public FilterNode? Ahead(IReadOnlyList<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var end = Paging is { IsBackward: true } ? _after : _before;
        var length = PageLength(rows);
        if (end is null || rows.Count > length || !IsSelected(Paging!.IsBackward ? "pageInfo.hasPreviousPage" : "pageInfo.hasNextPage"))
            return null;
        return length == 0 ? Keyset.Beyond(ReadingOrder, end, inclusive: true) : Keyset.Beyond(ReadingOrder, KeysOf(rows[length - 1]));
    }

    /// <summary>Makes the page of rows read in <see cref="ReadingOrder"/>.</summary>
    /// <param name="rows">At most <see cref="Limit"/> rows.</param>
    /// <param name="totalCount">How many rows meet <see cref="Filter"/>; may be null when <see cref="IsTotalCountSelected"/> is false.</param>
    /// <param name="isAnyBehind">Whether any row meets <see cref="Behind"/>; when null, there is one before each cursor.</param>
    /// <param name="isAnyAhead">Whether any row meets <see cref="Ahead"/>; when null, there is one after each cursor.</param>
    /// <returns>The page.</returns>
    /// <exception cref="InvalidOperationException">The list is not paged.</exception>
    public Connection<T> ToConnection(IReadOnlyList<T> rows, int? totalCount = null, bool? isAnyBehind = null, bool? isAnyAhead = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (Paging is null)
            throw new InvalidOperationException("Only a field with [UsePaging] answers with a connection.");
        var (start, end) = Paging.IsBackward ? (_before, _after) : (_after, _before);
        return Connection.Create(
            rows, Paging, CursorOf, isAnyBehind ?? start is not null, rows.Count > Paging.Size || (isAnyAhead ?? end is not null), totalCount);
    }

    private static SortKey[] Complete(IReadOnlyList<SortKey> order, QueryField? identity)
    {
        if (order.Count > MaxSortKeys)
            throw new GraphQLException($"At most {MaxSortKeys} sort keys can be given; {order.Count} were.", ErrorCodes.QueryTooLarge);
        var keys = new List<SortKey>(order.Count + 1);
        foreach (var key in order.Concat(identity is null ? [] : [new SortKey([identity], SortDirection.Asc)]))
        {
            if (key.Path.Count > MaxDepth)
                throw TooDeep();
            if (!keys.Exists(other => other.PathName == key.PathName))
                keys.Add(key);
        }
        return [.. keys];
    }

    private static void CheckSize(FilterNode filter)
    {
        var conditions = 0;
        Visit(filter, 0);

        void Visit(FilterNode node, int depth)
        {
            conditions += node is FieldFilter { Value: IReadOnlyList<object?> values } ? values.Count + 1 : 1;
            if (conditions > MaxConditions)
                throw new GraphQLException($"A filter can have at most {MaxConditions} conditions and values.", ErrorCodes.QueryTooLarge);
            if (depth > MaxDepth)
                throw TooDeep();
            switch (node)
            {
                case AllFilter all:
                    foreach (var item in all.Filters)
                        Visit(item, depth + 1);
                    break;
                case AnyFilter any:
                    foreach (var item in any.Filters)
                        Visit(item, depth + 1);
                    break;
                case ObjectFilter nested:
                    Visit(nested.Filter, depth + 1);
                    break;
                case ListFilter list:
                    Visit(list.Filter, depth + 1);
                    break;
            }
        }
    }

    private static GraphQLException TooDeep() =>
        new($"Filters and orders can be at most {MaxDepth} levels deep.", ErrorCodes.QueryTooLarge);

    private static SortKey[] Reversed(IReadOnlyList<SortKey> keys) => [.. keys.Select(key => key.Reversed)];

    private int PageLength(IReadOnlyList<T> rows) => Math.Min(rows.Count, Paging!.Size);

    private object?[] KeysOf(T row) => Array.ConvertAll(_order, key => key.Read(row!));

    private bool IsSelected(string path) => _context?.IsSelected(path) ?? true;
}
