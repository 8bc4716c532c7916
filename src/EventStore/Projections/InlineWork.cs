using Npgsql;

namespace EventStore;

/// <summary>What inline projections make of the events of one save.</summary>
internal sealed class InlineWork(bool takesNewStreamsAsNew)
{
    private readonly List<NpgsqlBatchCommand> _guarded = [];
    private readonly List<NpgsqlBatchCommand> _plain = [];

    /// <summary>
    /// Whether a stream about to be started is taken to have no document yet, which saves looking. Where it has one after all,
    /// writing the document fails, and the work has to be computed again without this.
    /// </summary>
    public bool TakesNewStreamsAsNew => takesNewStreamsAsNew;

    public static async Task<InlineWork?> ComputeAsync(
        DocumentStore store,
        string tenantId,
        IReadOnlyList<EventProcessor> processors,
        List<StreamAppend> appends,
        bool takesNewStreamsAsNew,
        CancellationToken cancellationToken)
    {
        var touched = appends.Where(append => append.Events.Exists(e => processors.Any(processor => processor.LooksAt(e.Event)))).ToList();
        if (touched.Count == 0) return null;

        var work = new InlineWork(takesNewStreamsAsNew);
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await NumberEventsAsync(store, tenantId, connection, touched, cancellationToken).ConfigureAwait(false);

        foreach (var processor in processors)
        {
            var events = touched.SelectMany(append => append.Events).Select(pending => (IEvent)pending.Event).Where(processor.LooksAt).ToList();
            if (events.Count > 0) await processor.ProcessInlineAsync(connection, events, work, cancellationToken).ConfigureAwait(false);
        }

        return work;
    }

    public void AddGuarded(NpgsqlBatchCommand command) => _guarded.Add(command);

    public void Add(string projection, PendingWork queued)
    {
        if (queued.Appends.Count > 0 || queued.Idempotency is not null)
        {
            throw new InvalidStoreUseException(
                "INLINE_PROJECTION_APPENDS", $"Projection '{projection}' appends events or sets an idempotency key while it runs inline. Do so in a subscription.");
        }

        _plain.AddRange(queued.Documents);
        _plain.AddRange(queued.Queued);
    }

    public void WriteInto(WriteBatch batch)
    {
        foreach (var command in _guarded) batch.AddGuardedDocument(command);
        foreach (var command in _plain) batch.Add(command);
    }

    /// <summary>A projection must know which version an event gets, so a stream that the caller did not pin is pinned where it is now.</summary>
    private static async Task NumberEventsAsync(
        DocumentStore store, string tenantId, NpgsqlConnection connection, List<StreamAppend> appends, CancellationToken cancellationToken)
    {
        var unpinned = appends.Where(append => append.IsPinnedByStore || append.Expectation == StreamExpectation.Any).ToList();
        var versions = new Dictionary<Guid, long>();
        if (unpinned.Count > 0)
        {
            await using var command = new NpgsqlCommand(store.Sql.StreamVersions, connection);
            command.Parameters.Add(Parameter.Of((Guid[])[.. unpinned.Select(append => append.StreamId)]));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var id = reader.GetGuid(0);
                if (reader.GetString(2) != tenantId) throw new ExistingStreamIdCollisionException(id);
                versions.Add(id, reader.GetInt64(1));
            }
        }

        foreach (var append in unpinned) append.Pin(versions.GetValueOrDefault(append.StreamId));
        foreach (var append in appends.Except(unpinned)) append.NumberEvents();
    }
}
