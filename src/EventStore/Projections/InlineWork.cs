using Npgsql;

namespace EventStore;

/// <summary>What inline projections make of the events of one save.</summary>
internal sealed class InlineWork : IAsyncDisposable
{
    private readonly DocumentStore _store;
    private readonly List<StreamAppend> _appends;
    private readonly List<NpgsqlBatchCommand> _guarded = [];
    private readonly List<NpgsqlBatchCommand> _plain = [];
    private Lease? _lease;

    private InlineWork(DocumentStore store, List<StreamAppend> appends, bool takesNewStreamsAsNew, NpgsqlConnection? held)
    {
        (_store, _appends) = (store, appends);
        if (held is not null) _lease = new Lease(held, isBorrowed: true);
        TakesNewStreamsAsNew = takesNewStreamsAsNew;
    }

    /// <summary>
    /// Whether nothing has been found to have moved yet: a stream about to be started is taken to have no document, and a document that the caller loaded
    /// is taken to be as it was. Where that is wrong, writing the document fails, and the work is computed again without this.
    /// </summary>
    public bool TakesNewStreamsAsNew { get; }

    /// <summary>For a transaction that has locked its streams and numbers its events by itself.</summary>
    public static InlineWork Within(DocumentStore store, NpgsqlConnection connection) => new(store, [], takesNewStreamsAsNew: false, connection);

    public static async Task<InlineWork?> ComputeAsync(
        DocumentStore store,
        IReadOnlyList<EventProcessor> processors,
        List<StreamAppend> appends,
        bool takesNewStreamsAsNew,
        NpgsqlConnection? held,
        CancellationToken cancellationToken)
    {
        var touched = appends.FindAll(append => append.Events.Exists(pending => processors.Any(processor => processor.LooksAt(pending.Event))));
        if (touched.Count == 0) return null;

        await using var work = new InlineWork(store, touched, takesNewStreamsAsNew, held);
        await work.NumberEventsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var processor in processors)
        {
            var events = touched.SelectMany(append => append.Events).Select(pending => (IEvent)pending.Event).Where(processor.LooksAt).ToList();
            if (events.Count > 0) await processor.ProcessInlineAsync(events, work, cancellationToken).ConfigureAwait(false);
        }

        return work;
    }

    /// <summary>A connection to read with; none is taken unless something has to be read.</summary>
    public async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) =>
        (_lease ??= new Lease(await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), isBorrowed: false)).Connection;

    /// <summary>The document as the caller loaded it to decide on, if so.</summary>
    public LoadedDocument? LoadedBy(EventProcessor processor, DocumentKey key) =>
        TakesNewStreamsAsNew && _appends.Find(append => append.Key == key)?.Loaded is { } loaded && loaded.Processor == processor ? loaded : null;

    /// <summary>The connection it reads with, if it has taken one.</summary>
    public NpgsqlConnection? Connection => _lease?.Connection;

    public void AddGuarded(NpgsqlBatchCommand command) => _guarded.Add(command);

    public void Add(NpgsqlBatchCommand command) => _plain.Add(command);

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

    public async ValueTask DisposeAsync()
    {
        if (_lease is not { } lease) return;
        _lease = null;
        await lease.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A projection must know which version an event gets, so a stream that the caller did not pin is pinned where it is now.</summary>
    private async Task NumberEventsAsync(CancellationToken cancellationToken)
    {
        var unpinned = _appends.FindAll(append => append.IsPinnedByStore || append.Expectation == StreamExpectation.Any);
        if (unpinned.Count > 0)
        {
            var versions = await VersionsAsync(unpinned, cancellationToken).ConfigureAwait(false);
            foreach (var append in unpinned) append.Pin(versions.GetValueOrDefault(append.Key));
        }

        foreach (var append in _appends) append.NumberEvents();
    }

    private async Task<Dictionary<DocumentKey, long>> VersionsAsync(List<StreamAppend> appends, CancellationToken cancellationToken)
    {
        var events = _store.Options.Events;
        var versions = new Dictionary<DocumentKey, long>();
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(_store.Sql.StreamVersions, connection);
        command.Parameters.Add(Identity.ToParameter([.. appends.Select(append => append.StreamId)], events.StreamIdentity));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = new DocumentKey(reader.GetString(2), Identity.Read(reader, 0, events.StreamIdentity));
            if (!appends.Exists(append => append.Key == key))
            {
                // With one tenant an identity is taken whoever has it; with several it is another tenant's own.
                if (!events.IsConjoined) throw new ExistingStreamIdCollisionException(key.Id);
                continue;
            }

            if (!reader.IsDBNull(3) && reader.GetBoolean(3)) throw new ArchivedStreamException(key.Id);
            versions.Add(key, reader.GetInt64(1));
        }

        return versions;
    }
}
