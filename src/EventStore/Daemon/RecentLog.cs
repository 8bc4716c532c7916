using System.Collections.Frozen;
using Microsoft.Extensions.Logging;

namespace EventStore;

/// <summary>
/// The newest events of the log, read and made into objects once for all projections, subscriptions and listeners of this process. It reads while anybody
/// has joined; whoever is further back than its memory reads for himself.
/// </summary>
internal sealed class RecentLog(DocumentStore store) : IAsyncDisposable
{
    private const int Capacity = 4096;
    private const int PageSize = 1000;

    private readonly Lock _lock = new();
    private readonly IEvent[] _recent = new IEvent[Capacity];
    private readonly AsyncSignal _grown = new();
    private int _members;
    private CancellationTokenSource? _stop;
    private Task _work = Task.CompletedTask;

    // The newest events, oldest first from the start, around the end of the array.
    private int _start;
    private int _count;

    // The memory holds everything after the floor, up to the end. Negative until the reader knows where it starts.
    private long _floor = -1;
    private long _end = -1;

    /// <summary>Completes when there is more. Take it before asking.</summary>
    public Task Grown => _grown.Next;

    /// <summary>The log position up to which the memory reaches; negative until it is known.</summary>
    public long End => Volatile.Read(ref _end);

    /// <summary>Keeps the memory up to date until the returned handle is disposed of.</summary>
    public IAsyncDisposable Join()
    {
        lock (_lock)
        {
            if (++_members == 1)
            {
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

        return new Member(this);
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock) _stop?.Cancel();
        await _work.ConfigureAwait(false);
    }

    /// <summary>Whether a position lies before what is in memory.</summary>
    public bool IsForgotten(long position)
    {
        lock (_lock) return position < _floor;
    }

    /// <summary>What is in memory after a position, perhaps of some types only; null when the position lies before what is.</summary>
    public EventPage? Recall(long after, int limit, FrozenSet<string>? aliases)
    {
        lock (_lock)
        {
            if (_end < 0 || after >= _end) return new EventPage([], after);
            if (after < _floor) return null;

            var page = new List<IEvent>();
            for (var i = FirstAfter(after); i < _count; i++)
            {
                var e = Recent(i);
                if (aliases is not null && !aliases.Contains(e.EventTypeName)) continue;
                page.Add(e);
                if (page.Count == limit) return new EventPage(page, e.Sequence);
            }

            return new EventPage(page, _end);
        }
    }

    private IEvent Recent(int index) => _recent[(_start + index) % Capacity];

    /// <summary>By halving, since everybody asks at every event.</summary>
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

    private async Task LeaveAsync()
    {
        Task work;
        lock (_lock)
        {
            if (--_members > 0) return;
            _stop!.Cancel();
            work = _work;
        }

        await work.ConfigureAwait(false);
    }

    /// <summary>The one reader.</summary>
    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var failed = new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
        try
        {
            await using var following = store.HighWater.Follow();
            Restart(await store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false));
            while (true)
            {
                var advanced = store.HighWater.Advanced;
                var mark = store.HighWater.Mark;
                if (_end >= mark)
                {
                    await advanced.WaitAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                try
                {
                    Keep(await LogReader.ReadAsync(store, _end, mark, PageSize, null, cancellationToken).ConfigureAwait(false));
                    failed.Reset();
                }
                catch (Exception wrong) when (!cancellationToken.IsCancellationRequested)
                {
                    var delay = failed.Next();
                    store.Options.Logger.LogWarning(wrong, "The log cannot be read after position {Position}; it is tried again in {Delay}.", _end, delay);
                    await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The last member left.
        }
    }

    private void Restart(long mark)
    {
        lock (_lock)
        {
            Array.Clear(_recent);
            (_start, _count, _floor) = (0, 0, mark);
            Volatile.Write(ref _end, mark);
        }

        _grown.Pulse();
    }

    private void Keep(EventPage page)
    {
        lock (_lock)
        {
            foreach (var e in page.Events)
            {
                if (_count == Capacity)
                {
                    _floor = Recent(0).Sequence;
                    _start = (_start + 1) % Capacity;
                    _count--;
                }

                _recent[(_start + _count++) % Capacity] = e;
            }

            Volatile.Write(ref _end, page.Reached);
        }

        _grown.Pulse();
    }

    private sealed class Member(RecentLog log) : IAsyncDisposable
    {
        private int _disposed;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) await log.LeaveAsync().ConfigureAwait(false);
        }
    }
}
