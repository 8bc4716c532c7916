namespace GraphQL.Execution.Incremental;

/// <summary>Reads lists whose items come asynchronously.</summary>
internal static class AsyncItems
{
    /// <summary>Reads the first items, and hands on what is left; nothing is left when the source has ended.</summary>
    public static async Task<(List<object?> Items, IAsyncEnumerator<object?>? Remaining)> ReadAsync(
        IAsyncEnumerable<object?> source, int count, CancellationToken cancellation)
    {
        var items = new List<object?>();
        var enumerator = source.GetAsyncEnumerator(cancellation);
        var isHandedOn = false;
        try
        {
            while (items.Count < count)
            {
                if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                    return (items, null);
                items.Add(enumerator.Current);
            }
            isHandedOn = true;
            return (items, enumerator);
        }
        finally
        {
            if (!isHandedOn)
                await enumerator.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The rest of a list that is at hand.</summary>
    public static IAsyncEnumerator<object?> Of(IReadOnlyList<object?> items) => new ItemsAtHand(items);

    private sealed class ItemsAtHand(IReadOnlyList<object?> items) : IAsyncEnumerator<object?>
    {
        private int _index = -1;

        public object? Current => items[_index];

        public ValueTask<bool> MoveNextAsync() => new(++_index < items.Count);

        public ValueTask DisposeAsync() => default;
    }
}
