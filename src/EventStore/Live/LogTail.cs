using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventStore;

/// <summary>
/// The log as it grows: in order, without gaps, nothing skipped and nothing twice. The newest events are kept in memory and shared, so that any number of
/// listeners costs one database reader; a listener that starts further back, or falls behind, reads for itself until it has caught up.
/// </summary>
public sealed class LogTail : IAsyncDisposable
{
    private const int Capacity = 4096;
    private const int PageSize = 500;

    private readonly DocumentStore _store;
    private readonly Lock _lock = new();
    private readonly IEvent[] _recent = new IEvent[Capacity];
    private readonly AsyncSignal _grown = new();
    private int _listeners;
    private CancellationTokenSource? _stop;
    private Task _work = Task.CompletedTask;

    // The newest events, oldest first from the start, around the end of the array.
    private int _start;
    private int _count;

    // The memory holds everything after the floor, up to the end. Negative until the reader knows where it starts.
    private long _floor = -1;
    private long _end = -1;

    internal LogTail(DocumentStore store) => _store = store;

    /// <summary>Follows the log until cancelled, of all tenants.</summary>
    /// <param name="afterSequence">The last position already seen; null to begin with what is committed from now on.</param>
    /// <param name="cancellationToken">Ends the listening.</param>
    public async IAsyncEnumerable<IEvent> ReadAsync(long? afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Join();
        try
        {
            var position = afterSequence ?? await _store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                var grown = _grown.Next;
                var page = Recall(position, out var end) ?? await ReadBackAsync(position, end, cancellationToken).ConfigureAwait(false);
                foreach (var e in page)
                {
                    yield return e;
                    position = e.Sequence;
                }

                if (page.Count > 0) continue;
                position = Math.Max(position, end);
                await grown.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Where the log stands: everything at or below this position has been committed, and whatever is read from the database afterwards shows it.
    /// Take it before reading, then listen from it, and nothing falls between the two. It may be a few events old.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting for a database that does not answer.</param>
    public async Task<long> PositionAsync(CancellationToken cancellationToken = default)
    {
        await using var following = _store.HighWater.Follow().ConfigureAwait(false);
        return await _store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether the log has ever given out a position. One that it has not can only come from somewhere else: from another log, or from this one before
    /// an older backup took its place.
    /// </summary>
    /// <param name="position">The log position.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async ValueTask<bool> HasReachedAsync(long position, CancellationToken cancellationToken = default)
    {
        if (position <= _store.HighWater.Mark) return true;
        await using var command = _store.DataSource.CreateCommand(_store.Sql.LastAllocated);
        return position <= (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Ends the reading for good; the store does this when it is disposed of.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock) _stop?.Cancel();
        await _work.ConfigureAwait(false);
    }

    private void Join()
    {
        lock (_lock)
        {
            if (++_listeners > 1) return;
            _stop = new CancellationTokenSource();
            var token = _stop.Token;
            var before = _work;
            _work = Task.Run(async () =>
            {
                await before.ConfigureAwait(false);
                await FillAsync(token).ConfigureAwait(false);
            });
        }
    }

    private async Task LeaveAsync()
    {
        Task work;
        lock (_lock)
        {
            if (--_listeners > 0) return;
            _stop!.Cancel();
            work = _work;
        }

        await work.ConfigureAwait(false);
    }

    /// <summary>What is in memory after a position; null when the position lies before what is.</summary>
    private List<IEvent>? Recall(long position, out long end)
    {
        lock (_lock)
        {
            end = _end;
            if (end < 0 || position >= end) return [];
            if (position < _floor) return null;

            var first = FirstAfter(position);
            var page = new List<IEvent>(Math.Min(PageSize, _count - first));
            for (var i = first; i < _count && page.Count < PageSize; i++) page.Add(Recent(i));
            return page;
        }
    }

    private IEvent Recent(int index) => _recent[(_start + index) % Capacity];

    /// <summary>By halving, since every listener asks at every event.</summary>
    private int FirstAfter(long position)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Recent(middle).Sequence <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>A listener's own reading. A database that is away for a while delays it and does not end it.</summary>
    private async Task<List<IEvent>> ReadBackAsync(long position, long end, CancellationToken cancellationToken)
    {
        var failed = new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
        while (true)
        {
            try
            {
                return await ReadPageAsync(position, end, cancellationToken).ConfigureAwait(false);
            }
            catch (NpgsqlException wrong) when (!cancellationToken.IsCancellationRequested)
            {
                var delay = failed.Next();
                _store.Options.Logger.LogWarning(wrong, "A listener cannot read on after log position {Position}; it is tried again in {Delay}.", position, delay);
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<IEvent>> ReadPageAsync(long position, long end, CancellationToken cancellationToken)
    {
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await EventPage.ReadAsync(_store, connection, position, end, PageSize, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The one reader.</summary>
    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var failed = new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
        try
        {
            await using var following = _store.HighWater.Follow();
            Restart(await _store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false));
            while (true)
            {
                var advanced = _store.HighWater.Advanced;
                var mark = _store.HighWater.Mark;
                if (_end >= mark)
                {
                    await advanced.WaitAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                try
                {
                    var page = await ReadPageAsync(_end, mark, cancellationToken).ConfigureAwait(false);
                    Keep(page, page.Count == PageSize ? page[^1].Sequence : mark);
                    failed.Reset();
                }
                catch (Exception wrong) when (!cancellationToken.IsCancellationRequested)
                {
                    var delay = failed.Next();
                    _store.Options.Logger.LogWarning(wrong, "The live tail cannot read on after log position {Position}; it is tried again in {Delay}.", _end, delay);
                    await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The last listener left.
        }
    }

    private void Restart(long mark)
    {
        lock (_lock)
        {
            Array.Clear(_recent);
            (_start, _count, _floor, _end) = (0, 0, mark, mark);
        }

        _grown.Pulse();
    }

    private void Keep(List<IEvent> page, long end)
    {
        lock (_lock)
        {
            foreach (var e in page)
            {
                if (_count == Capacity)
                {
                    _floor = Recent(0).Sequence;
                    _start = (_start + 1) % Capacity;
                    _count--;
                }

                _recent[(_start + _count++) % Capacity] = e;
            }

            _end = end;
        }

        _grown.Pulse();
    }
}
