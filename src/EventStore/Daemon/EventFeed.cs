namespace EventStore;

/// <summary>
/// Gives one projection its pages: from the shared memory where it has kept up, and else from the database, reading the next page while the
/// projection writes the one it has.
/// </summary>
internal sealed class EventFeed(DocumentStore store, EventProcessor processor) : IAsyncDisposable
{
    private readonly IAsyncDisposable _membership = store.Recent.Join();
    private readonly CancellationTokenSource _stop = new();
    private (long After, int Limit, Task<EventPage> Page)? _ahead;

    /// <summary>Whether a position lies before what is in memory.</summary>
    public bool IsFarBehind(long position) => store.Recent.IsForgotten(position);

    /// <summary>The next page after a position; empty, and not reaching further, where there is nothing more.</summary>
    public async Task<EventPage> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        if (store.Recent.Recall(after, limit, processor.AliasSet) is { } recent)
        {
            _ahead = null;
            return recent.UpToUnreadable();
        }

        var page = await (TakeAhead(after, limit) ?? ReadBackAsync(after, limit)).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (page.Reached < store.Recent.End) _ahead = (page.Reached, limit, ReadBackAsync(page.Reached, limit));
        return page.UpToUnreadable();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_ahead is { } ahead) await ((Task)ahead.Page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        await _membership.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The page read ahead, if it is the one wanted. After a failure it is not: the page that failed is asked for again, and smaller.</summary>
    private Task<EventPage>? TakeAhead(long after, int limit)
    {
        if (_ahead is not { } ahead || ahead.After != after || ahead.Limit > limit) return null;
        _ahead = null;
        return ahead.Page;
    }

    private Task<EventPage> ReadBackAsync(long after, int limit) =>
        LogReader.ReadAsync(store, after, store.Recent.End, limit, processor.Aliases, _stop.Token);
}
