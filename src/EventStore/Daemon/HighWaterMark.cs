using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// The highest log position at or below which nothing can appear any more. Sequence numbers are taken before they are committed, so a number may be
/// missing for two reasons: its transaction is still open, or it rolled back. This tells them apart without waiting.
/// </summary>
/// <remarks>
/// <para>
/// Whoever calls nextval holds a RowExclusiveLock on the sequence until its transaction has ended, and PostgreSQL lets go of locks only after
/// the commit is visible. So when a number is missing: first list the holders of that lock, then look again with a new snapshot. A number
/// still missing can only come from a listed holder. With none listed it never comes; else it is settled once each listed holder is gone.
/// </para>
/// <para>
/// This needs a writer to take the number in the transaction that inserts it, and the sequence to have no cache. Where a writer takes its numbers
/// beforehand, in a transaction of their own, nothing holds a lock for them: a number without a holder then has to be missing for the stale
/// threshold before it is passed. Not thread safe.
/// </para>
/// </remarks>
internal sealed class HighWaterMark(StoreSql sql, TimeSpan staleThreshold, TimeProvider clock)
{
    private const int PageSize = 5000;

    // Numbers up to the ceiling were taken before these transactions were listed: once all of them have ended, all those numbers are settled.
    private long _ceiling;
    private HashSet<string>? _blockers;
    private long _missingSince;
    private List<(long Starting, long Ending)> _skips = [];

    public long Value { get; private set; }

    /// <summary>Whether an open transaction, or a number not missing for long enough, holds the mark below a number that is there already.</summary>
    public bool IsBlocked => _blockers is not null;

    /// <summary>Starts from a mark kept earlier, or further on if no transaction that took a number is open.</summary>
    public async Task StartAsync(NpgsqlConnection connection, long known, CancellationToken cancellationToken)
    {
        // In this order: whoever could still fill a number below the last that is visible has taken it by now, and is a holder or has ended. Not the last
        // number taken: one that was taken in vain may be given out again after a crash.
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(sql.LastSequence), new(sql.Allocators) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var last = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var holders = await ReadHoldersAsync(reader, cancellationToken).ConfigureAwait(false);
        Value = Math.Min(known, last);
        if (!MustAwait(last, holders)) Settle(last, []);
    }

    /// <summary>
    /// The gaps passed since this was last asked: the mark went from the starting to the ending position, which never came. Those of before
    /// the start are not known.
    /// </summary>
    public IReadOnlyList<(long Starting, long Ending)> TakeSkips()
    {
        if (_skips.Count == 0) return [];
        var skips = _skips;
        _skips = [];
        return skips;
    }

    /// <summary>Looks once. True when there may be more to see at once.</summary>
    public async Task<bool> AdvanceAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var seen = await SequencesAsync(connection, cancellationToken).ConfigureAwait(false);
        if (seen.Count == 0 && _blockers is null) return false;

        var isFullPage = seen.Count == PageSize;
        var last = seen.Count == 0 ? Value : seen[^1];
        if (last == Value + seen.Count && _blockers is null)
        {
            Value = last;
            return isFullPage;
        }

        var before = Value;
        var (holders, again) = await HoldersThenSequencesAsync(connection, cancellationToken).ConfigureAwait(false);
        if (_blockers is not null)
        {
            _blockers.IntersectWith(holders);
            if (_blockers.Count == 0 && IsStale) Settle(_ceiling, again);
        }

        // Only numbers up to the last one seen before the holders were listed are known to have been taken by then.
        if (_blockers is null && HasGap(again, last) && !MustAwait(last, holders)) Settle(last, again);

        foreach (var sequence in again)
        {
            if (sequence == Value + 1) Value = sequence;
            else if (sequence > Value) break;
        }

        if (_blockers is not null && Value >= _ceiling) _blockers = null;
        return Value > before && isFullPage;
    }

    private bool IsStale => staleThreshold == TimeSpan.Zero || clock.GetElapsedTime(_missingSince) >= staleThreshold;

    /// <summary>Whether there is anything to wait for before the numbers up to a ceiling are settled.</summary>
    private bool MustAwait(long ceiling, HashSet<string> holders)
    {
        if (holders.Count == 0 && (staleThreshold == TimeSpan.Zero || ceiling <= Value)) return false;
        (_ceiling, _blockers, _missingSince) = (ceiling, holders, clock.GetTimestamp());
        return true;
    }

    /// <summary>Passes all that is missing up to a ceiling, and remembers it.</summary>
    private void Settle(long ceiling, List<long> there)
    {
        foreach (var sequence in there)
        {
            if (sequence <= Value) continue;
            if (sequence > ceiling) break;
            if (sequence > Value + 1) _skips.Add((Value, sequence - 1));
            Value = sequence;
        }

        Value = Math.Max(Value, ceiling);
        _blockers = null;
    }

    private bool HasGap(List<long> sequences, long upTo)
    {
        var expected = Value;
        foreach (var sequence in sequences)
        {
            if (sequence <= Value) continue;
            if (sequence > upTo) return false;
            if (sequence != ++expected) return true;
        }

        return false;
    }

    private async Task<List<long>> SequencesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql.SequencesAfter, connection);
        AddRange(command.Parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await ReadSequencesAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(HashSet<string> Holders, List<long> Sequences)> HoldersThenSequencesAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Two statements of one batch, each with a snapshot of its own, in this order: that is the whole point.
        var sequences = new NpgsqlBatchCommand(sql.SequencesAfter);
        AddRange(sequences.Parameters);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(sql.Allocators), sequences } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var holders = await ReadHoldersAsync(reader, cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return (holders, await ReadSequencesAsync(reader, cancellationToken).ConfigureAwait(false));
    }

    private void AddRange(NpgsqlParameterCollection parameters)
    {
        parameters.Add(Parameter.Of(Value));
        parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize, NpgsqlDbType = NpgsqlDbType.Integer });
    }

    private static async Task<HashSet<string>> ReadHoldersAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var holders = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) holders.Add(reader.GetString(0));
        return holders;
    }

    private static async Task<List<long>> ReadSequencesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var sequences = new List<long>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) sequences.Add(reader.GetInt64(0));
        return sequences;
    }
}
