using System.Buffers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// The seals of a store: what shows, to its owner and to others, that its history was not changed. They are made by the daemon of a store with
/// <see cref="EventOptions.AddSeals"/>, and read by any. All tenants are sealed together.
/// </summary>
/// <remarks>
/// What is hashed is what is stored. Data that was encrypted before it was appended stays verifiable when its key is destroyed, and archiving a stream
/// changes nothing; rewriting the stored data, as masking does, shows as an alteration.
/// </remarks>
public sealed class SealChain
{
    private readonly DocumentStore _store;

    internal SealChain(DocumentStore store)
    {
        _store = store;
        Sql = new SealSql(store.Options.DatabaseSchemaName);
    }

    internal SealSql Sql { get; }

    /// <summary>The newest seal; null when there is none yet.</summary>
    public async Task<Seal?> LatestAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await ReadOneAsync(new NpgsqlCommand(Sql.Latest, connection), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Seals in the order of their numbers.</summary>
    /// <param name="afterNumber">The number of the last seal already seen; zero for the beginning.</param>
    /// <param name="limit">The most to return, at least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Seal>> ListAsync(long afterNumber = 0, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var seals = new List<Seal>();
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(Sql.After, connection) { Parameters = { Parameter.Of(afterNumber), Integer(limit) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) seals.Add(Read(reader));
        return seals;
    }

    /// <summary>
    /// Proves that an event, as it is stored now, is under a seal. If it was altered since, there is a proof all the same, and it does not verify.
    /// </summary>
    /// <returns>Null when there is no event at that position, or it was not sealed (yet).</returns>
    public async Task<InclusionProof?> ProveAsync(long sequence, CancellationToken cancellationToken = default)
    {
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (await ReadWholeAsync(connection, Sql.Covering, sequence, cancellationToken).ConfigureAwait(false) is not var (seal, events)) return null;

        var index = events.IndexOf(sequence);
        if (index < 0) return null;

        await using var command = new NpgsqlCommand(Sql.EventAt, connection) { Parameters = { Parameter.Of(sequence) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return null;

        var digest = new byte[MerkleTree.HashSize];
        EventDigest.Read(reader, new ArrayBufferWriter<byte>(), digest);
        return new InclusionProof(sequence, Convert.ToHexStringLower(digest), index, MerkleTree.Path(MerkleTree.Levels(events.LeafHashes()), index), seal);
    }

    /// <summary>
    /// The same for many events, reading each seal once.
    /// </summary>
    /// <param name="sequences">The events' log positions.</param>
    /// <param name="sealedBy">Only from seals that were made by this moment; null: from all.</param>
    /// <param name="cancellationToken">Ends the proving.</param>
    /// <returns>In log order; without those that have no event, or were not sealed by then.</returns>
    public async Task<IReadOnlyList<InclusionProof>> ProveManyAsync(
        IReadOnlyCollection<long> sequences, DateTimeOffset? sealedBy = null, CancellationToken cancellationToken = default)
    {
        var digests = await DigestsAsync(sequences, cancellationToken).ConfigureAwait(false);
        var proofs = new List<InclusionProof>();
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        long[] open = [.. digests.Keys.Order()];
        for (var next = 0; next < open.Length;)
        {
            if (await ReadWholeAsync(connection, Sql.Covering, open[next], cancellationToken).ConfigureAwait(false) is not var (seal, events)) break;

            // Later seals were made later.
            if (seal.SealedAt > sealedBy) break;

            var levels = MerkleTree.Levels(events.LeafHashes());
            for (; next < open.Length && open[next] <= seal.LastSequence; next++)
            {
                if (events.IndexOf(open[next]) is >= 0 and var index)
                    proofs.Add(new InclusionProof(open[next], digests[open[next]], index, MerkleTree.Path(levels, index), seal));
            }
        }

        return proofs;
    }

    /// <summary>The digests of events as they are stored now, in 64 hexadecimal digits each, whether they are sealed or not.</summary>
    public async Task<IReadOnlyDictionary<long, string>> DigestsAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var found = new Dictionary<long, string>();
        var digest = new byte[MerkleTree.HashSize];
        var buffer = new ArrayBufferWriter<byte>();
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(Sql.EventsAt, connection)
        {
            Parameters = { new NpgsqlParameter<long[]> { TypedValue = [.. sequences] } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var sequence = EventDigest.Read(reader, buffer, digest);
            found[sequence] = Convert.ToHexStringLower(digest);
        }

        return found;
    }

    /// <summary>The newest seal that was made by a moment; null when there was none.</summary>
    public async Task<Seal?> LatestByAsync(DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await ReadOneAsync(
            new NpgsqlCommand(Sql.LatestBy, connection) { Parameters = { new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime } } },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads again what is stored and compares it with the seals over a range of log positions, each seal as a whole, until the end or the first difference.
    /// Events that are not sealed yet are not looked at. Safe while the store is written to.
    /// </summary>
    /// <param name="from">The first log position; 1 for the beginning.</param>
    /// <param name="to">The last log position; <see cref="long.MaxValue"/> for the end.</param>
    /// <param name="progress">Told after each seal what was found so far.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    public async Task<SealVerification> VerifyAsync(
        long from = 1, long to = long.MaxValue, IProgress<SealVerification>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var found = new SealVerification(0, 0, null, null);
        if (await FirstUpToAsync(connection, from, cancellationToken).ConfigureAwait(false) is not { } first) return found;

        var previous = await ReadOneAsync(
            new NpgsqlCommand(Sql.ByNumber, connection) { Parameters = { Parameter.Of(first - 1) } }, cancellationToken).ConfigureAwait(false);
        if (previous is null && first > 1) return found with { Difference = new(SealDifferenceKind.SealMissing, first - 1, null) };

        while (await ReadWholeAsync(connection, Sql.Next, previous?.Number ?? 0, cancellationToken).ConfigureAwait(false) is var (seal, events))
        {
            var difference = Compare(previous, seal, events);
            if (difference is null && seal.FirstSequence > to) break;
            difference ??= await CompareRowsAsync(connection, seal, events, cancellationToken).ConfigureAwait(false);
            if (difference is not null) return found with { Difference = difference };

            found = found with { Seals = found.Seals + 1, Events = found.Events + seal.Count, Last = seal };
            progress?.Report(found);
            previous = seal;
        }

        return found;
    }

    internal static async Task<Seal?> ReadOneAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? Read(reader) : null;
        }
    }

    internal static NpgsqlParameter Integer(int value) => new NpgsqlParameter<int> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Integer };

    private static SealDifference? Compare(Seal? previous, Seal seal, SealedEvents events)
    {
        var expected = (previous?.Number ?? 0) + 1;
        if (seal.Number != expected) return new(SealDifferenceKind.SealMissing, expected, null);
        if (!seal.IsIntact || !events.IsWhole || events.Count != seal.Count || events.Root() != seal.MerkleRoot)
            return new(SealDifferenceKind.SealAltered, seal.Number, null);

        // It is as it was made, so if it does not follow the one before, that one is not the one that was there.
        return seal.Follows(previous) ? null : new(SealDifferenceKind.SealAltered, previous?.Number ?? seal.Number, null);
    }

    private async Task<SealDifference?> CompareRowsAsync(NpgsqlConnection connection, Seal seal, SealedEvents events, CancellationToken cancellationToken)
    {
        var digest = new byte[MerkleTree.HashSize];
        var buffer = new ArrayBufferWriter<byte>();
        var index = 0;
        await using var command = new NpgsqlCommand(Sql.EventsBetween, connection)
        {
            Parameters = { Parameter.Of(seal.FirstSequence), Parameter.Of(seal.LastSequence) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var sequence = EventDigest.Read(reader, buffer, digest);
            var expected = index < events.Count ? events.SequenceAt(index) : long.MaxValue;
            if (expected < sequence) return new(SealDifferenceKind.EventMissing, seal.Number, expected);
            if (expected > sequence) return new(SealDifferenceKind.EventInserted, seal.Number, sequence);
            if (!events.DigestAt(index).SequenceEqual(digest)) return new(SealDifferenceKind.EventAltered, seal.Number, sequence);
            index++;
        }

        return index < events.Count ? new(SealDifferenceKind.EventMissing, seal.Number, events.SequenceAt(index)) : null;
    }

    private async Task<long?> FirstUpToAsync(NpgsqlConnection connection, long from, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.FirstUpTo, connection) { Parameters = { Parameter.Of(from) } };
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long?;
    }

    private static async Task<(Seal Seal, SealedEvents Events)?> ReadWholeAsync(
        NpgsqlConnection connection, string sql, long argument, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Parameter.Of(argument) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? (Read(reader), new SealedEvents(reader.GetFieldValue<byte[]>(8)))
            : null;
    }

    private static Seal Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.GetInt64(2),
        reader.GetInt32(3),
        Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(4)),
        new DateTimeOffset(reader.GetDateTime(5)),
        Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(6)),
        Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(7)));
}
