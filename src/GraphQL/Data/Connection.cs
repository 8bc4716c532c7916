namespace GraphQL.Data;

/// <summary>One page of a longer list, as a Relay connection.</summary>
/// <typeparam name="T">The item's type.</typeparam>
public sealed class Connection<T>
{
    private readonly int? _totalCount;

    /// <summary>Makes a page.</summary>
    /// <param name="edges">The page's items with their cursors, in order.</param>
    /// <param name="pageInfo">What lies before and after the page.</param>
    /// <param name="totalCount">How many items there are in all pages, when it is known.</param>
    public Connection(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, int? totalCount = null)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(pageInfo);
        Edges = edges;
        PageInfo = pageInfo;
        _totalCount = totalCount;
    }

    /// <summary>The page's items with their cursors, in order.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>What lies before and after the page.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>The page's items, in order.</summary>
    public IReadOnlyList<T> Nodes => field ??= Array.ConvertAll([.. Edges], edge => edge.Node);

    /// <summary>How many items there are in all pages.</summary>
    /// <exception cref="InvalidOperationException">The resolver gave no total.</exception>
    public int TotalCount => _totalCount
        ?? throw new InvalidOperationException("The resolver gave the connection no total; pass totalCount when it makes the connection.");
}
