using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>Stream actions that are written in one transaction. May be tried again: what an attempt finds out is overwritten by the next.</summary>
internal sealed class BulkBatch(DocumentStore store, BulkSql sql, string tenantId)
{
    private readonly List<BulkPlace> _places = [];
    private readonly Dictionary<Identity, BulkStream> _streams = [];

    public int Actions => _places.Count;

    public int Events { get; private set; }

    public void Add(StreamAction action)
    {
        action.StreamId.Validate(store.Options.Events.StreamIdentity);

        // Before anything is sent: what cannot be an event must not cost a sequence number.
        foreach (var e in action.Events) _ = store.EventTypes.For(e.Data.GetType());

        if (!_streams.TryGetValue(action.StreamId, out var stream))
            _streams.Add(action.StreamId, stream = new BulkStream(action.StreamId, action.StreamType, action.Events[0].Timestamp));
        _places.Add(new BulkPlace(action, stream, stream.Count));
        stream.Count += action.Count;
        stream.LastTimestamp = action.Events[^1].Timestamp;
        Events += action.Count;
    }

    /// <summary>Writes everything but the commit, and returns the highest log position.</summary>
    /// <exception cref="LookAgainException">Others were at the same streams or documents at the same moment.</exception>
    /// <exception cref="EventStoreException">A stream is not what an action expects it to be.</exception>
    public async Task<long> WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var now = KeptTime.Of(store.Options.TimeProvider.GetUtcNow());
        await LockStreamsAsync(connection, cancellationToken).ConfigureAwait(false);
        CheckVersions();
        try
        {
            await BulkCopy.StreamsAsync(
                connection, sql, _streams.Values.Where(stream => stream.VersionBefore == 0), tenantId, now, cancellationToken).ConfigureAwait(false);
            var sequences = await TakeSequencesAsync(connection, cancellationToken).ConfigureAwait(false);
            await BulkCopy.EventsAsync(connection, sql, store, _places, sequences, tenantId, now, cancellationToken).ConfigureAwait(false);
            await MoveStreamsAndProjectAsync(connection, sequences, now, cancellationToken).ConfigureAwait(false);
            return sequences[^1];
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire)
        {
            throw new InvalidEventException("EVENT_TEXT_INVALID", _places[0].Action.StreamId, InvalidEventException.BadText, refused);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.UniqueViolation && refused.TableName?.StartsWith("mt_streams", StringComparison.Ordinal) == true)
        {
            // Somebody started one of the streams after this transaction looked; the next look sees it.
            throw new LookAgainException(refused);
        }
    }

    private async Task LockStreamsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var stream in _streams.Values) stream.VersionBefore = 0;

        await using var command = new NpgsqlCommand(sql.LockStreams, connection);
        command.Parameters.Add(Identity.ToParameter(_streams.Keys, store.Options.Events.StreamIdentity));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var stream = _streams[Identity.Read(reader, 0, store.Options.Events.StreamIdentity)];
            if (reader.GetString(2) != tenantId)
            {
                // With one tenant an identity is taken whoever has it; with several it is another tenant's own.
                if (!store.Options.Events.IsConjoined) throw new ExistingStreamIdCollisionException(stream.Id);
                continue;
            }

            if (!reader.IsDBNull(3) && reader.GetBoolean(3)) throw new ArchivedStreamException(stream.Id);
            stream.VersionBefore = reader.GetInt64(1);
        }
    }

    private void CheckVersions()
    {
        foreach (var place in _places)
        {
            var (action, found) = (place.Action, place.VersionBefore);
            if (action.Expectation == StreamExpectation.Absent && found != 0) throw new ExistingStreamIdCollisionException(action.StreamId);
            if (action.Expectation == StreamExpectation.AtVersion && found != action.Version)
                throw new EventStreamUnexpectedVersionException(action.StreamId, action.Version, found);
        }
    }

    private async Task<long[]> TakeSequencesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql.TakeSequences, connection);
        command.Parameters.Add(Parameter.Of((long)Events));
        return (long[])(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private async Task MoveStreamsAndProjectAsync(NpgsqlConnection connection, long[] sequences, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = _streams.Values.Where(stream => stream.VersionBefore > 0).ToList();
        var inline = store.Projections.Inline;
        if (moved.Count == 0 && inline.Count == 0) return;

        var batch = new WriteBatch(store, tenantId);
        batch.Add(MoveStreams(moved, now));
        if (inline.Count > 0)
        {
            await using var work = InlineWork.Within(store, connection);
            var events = Recorded(sequences, now);
            foreach (var processor in inline)
            {
                var seen = events.Where(processor.LooksAt).ToList();
                if (seen.Count > 0) await processor.ProcessInlineAsync(seen, work, cancellationToken).ConfigureAwait(false);
            }

            work.WriteInto(batch);
        }

        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    private NpgsqlBatchCommand MoveStreams(List<BulkStream> moved, DateTimeOffset now) => new(sql.MoveStreams)
    {
        Parameters =
        {
            Identity.ToParameter([.. moved.Select(stream => stream.Id)], store.Options.Events.StreamIdentity),
            Parameter.Of((long[])[.. moved.Select(stream => stream.VersionBefore + stream.Count)]),
            new NpgsqlParameter<DateTime[]>
            {
                TypedValue = [.. moved.Select(stream => (stream.LastTimestamp ?? now).UtcDateTime)],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
            },
            Parameter.Of(tenantId),
        },
    };

    /// <summary>The events as projections see them.</summary>
    private List<IEvent> Recorded(long[] sequences, DateTimeOffset now)
    {
        var events = new List<IEvent>(Events);
        foreach (var place in _places)
        {
            var version = place.VersionBefore;
            foreach (var imported in place.Action.Events)
            {
                var e = store.EventTypes.For(imported.Data.GetType()).Wrap(imported.Data);
                e.Sequence = sequences[events.Count];
                e.Id = imported.Id;
                e.Stream = place.Stream.Id;
                e.Version = ++version;
                e.Timestamp = imported.Timestamp ?? now;
                e.TenantId = tenantId;
                e.CorrelationId = imported.CorrelationId;
                e.CausationId = imported.CausationId;
                e.UserName = imported.UserName;
                e.Headers = imported.Headers;
                events.Add(e);
            }
        }

        return events;
    }
}
