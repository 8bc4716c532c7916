using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventStore;

/// <summary>
/// The log as it grows: in order, without gaps, nothing skipped and nothing twice. The newest events are kept in memory and shared, so that any number of
/// listeners costs one database reader; a listener that starts further back, or falls behind, reads for itself until it has caught up.
/// </summary>
public sealed class LogTail
{
    private const int PageSize = 500;

    private readonly DocumentStore _store;

    internal LogTail(DocumentStore store) => _store = store;

    /// <summary>Follows the log until cancelled, of all tenants. An event whose data does not fit its type comes as an <see cref="UnknownEvent"/>.</summary>
    /// <param name="afterSequence">The last position already seen; null to begin with what is committed from now on.</param>
    /// <param name="cancellationToken">Ends the listening.</param>
    public async IAsyncEnumerable<IEvent> ReadAsync(long? afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var membership = _store.Recent.Join();
        var position = afterSequence ?? await _store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var grown = _store.Recent.Grown;
            var page = _store.Recent.Recall(position, PageSize, null) ?? await ReadBackAsync(position, cancellationToken).ConfigureAwait(false);
            foreach (var e in page.Events)
            {
                yield return e;
                position = e.Sequence;
            }

            if (page.Events.Count > 0) continue;
            position = Math.Max(position, page.Reached);
            await grown.WaitAsync(cancellationToken).ConfigureAwait(false);
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

    /// <summary>A listener's own reading. A database that is away for a while delays it and does not end it.</summary>
    private async Task<EventPage> ReadBackAsync(long position, CancellationToken cancellationToken)
    {
        var failed = new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
        while (true)
        {
            try
            {
                return await LogReader.ReadAsync(_store, position, _store.Recent.End, PageSize, null, cancellationToken).ConfigureAwait(false);
            }
            catch (NpgsqlException wrong) when (!cancellationToken.IsCancellationRequested)
            {
                var delay = failed.Next();
                _store.Options.Logger.LogWarning(wrong, "A listener cannot read on after log position {Position}; it is tried again in {Delay}.", position, delay);
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
