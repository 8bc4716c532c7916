namespace GraphQL.Data;

/// <summary>The sort keys of one input object.</summary>
internal sealed record SortKeys(IReadOnlyList<SortKey> Keys)
{
    /// <summary>The keys of the argument order, in the order that the client gave them.</summary>
    public static IReadOnlyList<SortKey> Read(object? argument) => argument switch
    {
        null => [],
        SortKeys single => single.Keys,
        _ => [.. ((IEnumerable<object?>)argument).OfType<SortKeys>().SelectMany(item => item.Keys)],
    };
}
