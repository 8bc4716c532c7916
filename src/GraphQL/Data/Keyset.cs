namespace GraphQL.Data;

/// <summary>Where a list goes on from a row: conditions on its sort keys, so that no row is counted off.</summary>
internal static class Keyset
{
    /// <summary>The rows that come after the one with these values, and with <paramref name="inclusive"/> that one too.</summary>
    /// <param name="keys">The sort keys, the last of which tells all rows apart.</param>
    /// <param name="values">The row's values, one for each key.</param>
    /// <param name="inclusive">Whether the row itself is meant too.</param>
    public static FilterNode Beyond(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values, bool inclusive = false)
    {
        // The first key alone limits the range, which lets a database begin in the middle of an index. Nothing is asked for equality: texts
        // that a collation holds for equal need not be the same.
        var beyond = inclusive ? NotBefore(keys[^1], values[^1]) : After(keys[^1], values[^1]);
        for (var i = keys.Count - 2; i >= 0; i--)
            beyond = FilterNode.All(NotBefore(keys[i], values[i]), FilterNode.Any(After(keys[i], values[i]), beyond));
        return beyond;
    }

    /// <summary>
    /// The rows of <see cref="Beyond"/> among those whose first key is null, or among those whose first key is not. Each is one stretch of an index,
    /// which a database cannot see in a condition that allows both.
    /// </summary>
    public static FilterNode BeyondAmong(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values, bool isFirstNull)
    {
        if (isFirstNull != values[0] is null)
            return isFirstNull == (keys[0].Direction == SortDirection.Asc) ? FilterNode.Everything : FilterNode.Nothing;
        return isFirstNull
            ? Beyond([.. keys.Skip(1)], [.. values.Skip(1)])
            : Beyond([keys[0] with { IsNullSettled = true }, .. keys.Skip(1)], values);
    }

    private static FilterNode After(SortKey key, object? value)
    {
        var isAscending = key.Direction == SortDirection.Asc;
        return value switch
        {
            null => isAscending ? FilterNode.Nothing : key.Compare(FilterOperator.Neq, null),
            bool flag => flag == isAscending ? OrNull(key, FilterNode.Nothing) : OrNull(key, key.Compare(FilterOperator.Eq, !flag)),
            _ => OrNull(key, key.Compare(isAscending ? FilterOperator.Gt : FilterOperator.Lt, value)),
        };
    }

    private static FilterNode NotBefore(SortKey key, object? value)
    {
        var isAscending = key.Direction == SortDirection.Asc;
        return value switch
        {
            null => isAscending ? key.Compare(FilterOperator.Eq, null) : FilterNode.Everything,
            bool flag when flag != isAscending => isAscending || !key.MayBeNull ? FilterNode.Everything : key.Compare(FilterOperator.Neq, null),
            bool flag => OrNull(key, key.Compare(FilterOperator.Eq, flag)),
            _ => OrNull(key, key.Compare(isAscending ? FilterOperator.Gte : FilterOperator.Lte, value)),
        };
    }

    // Null is the greatest value: upwards it comes after each other one, downwards before.
    private static FilterNode OrNull(SortKey key, FilterNode filter) => key.Direction == SortDirection.Asc && key.MayBeNull
        ? FilterNode.Any(filter, key.Compare(FilterOperator.Eq, null))
        : filter;
}
