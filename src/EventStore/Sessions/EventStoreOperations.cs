using Npgsql;

namespace EventStore;

internal sealed class EventStoreOperations(DocumentStore store, DocumentSession session, PendingWork work)
    : QueryEventStore(store, session.TenantId), IEventStoreOperations
{
    public void StartStream<TAggregate>(Identity stream, params object[] events) where TAggregate : class =>
        Add(stream, StreamExpectation.Absent, 0, NameAlias.ForStream(typeof(TAggregate)), Some(stream, events));

    public void StartStream(Identity stream, params object[] events) => Add(stream, StreamExpectation.Absent, 0, null, Some(stream, events));

    public void Append(Identity stream, params object[] events) => Add(stream, StreamExpectation.Any, 0, null, Some(stream, events));

    public void Append(Identity stream, long expectedVersion, params object[] events)
    {
        Some(stream, events);
        if (expectedVersion < events.Length)
        {
            throw new InvalidStoreUseException(
                "EXPECTED_VERSION_INVALID",
                $"Stream {stream} cannot be at version {expectedVersion} after {events.Length} events were appended: give the version seen plus the number of events.");
        }

        AppendAt(stream, expectedVersion - events.Length, null, events, null);
    }

    public async Task AppendExclusive(Identity stream, CancellationToken cancellationToken, params object[] events)
    {
        Some(stream, events);
        var version = await session.LockAsync(Checked(stream), cancellationToken).ConfigureAwait(false);
        AppendAt(stream, version, null, events, null);
    }

    public Task<IEventStream<T>> FetchForWriting<T>(Identity stream, CancellationToken cancellationToken = default) where T : class =>
        FetchAsync<T>(stream, null, cancellationToken);

    public async Task<IEventStream<T>> FetchForWriting<T>(Identity stream, long expectedVersion, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        return await FetchAsync<T>(stream, expectedVersion, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IEventStream<T>> FetchForExclusiveWriting<T>(Identity stream, CancellationToken cancellationToken = default) where T : class
    {
        await session.LockAsync(Checked(stream), cancellationToken).ConfigureAwait(false);
        return await FetchAsync<T>(stream, null, cancellationToken).ConfigureAwait(false);
    }

    public void ArchiveStream(Identity stream) => Move(stream, Store.Sql.Archive);

    public void UnArchiveStream(Identity stream) => Move(stream, Store.Sql.UnArchive);

    /// <summary>Appends to a stream that is at <paramref name="version"/>; at zero it must not exist.</summary>
    public void AppendAt(Identity stream, long version, string? streamType, object[] events, LoadedDocument? loaded) =>
        Add(stream, StreamExpectation.AtVersion, version, streamType, events, loaded);

    protected override NpgsqlConnection? HeldConnection => session.HeldConnection;

    private async Task<IEventStream<T>> FetchAsync<T>(Identity stream, long? expectedVersion, CancellationToken cancellationToken) where T : class
    {
        var key = new DocumentKey(TenantId, Checked(stream));
        var (state, version, loaded) = Store.Projections.InlineDocument<T>() is { } inline
            ? await inline.LoadWithStreamAsync(session.HeldConnection, key, cancellationToken).ConfigureAwait(false)
            : await FoldAsync<T>(stream, cancellationToken).ConfigureAwait(false);
        if (expectedVersion is { } expected && expected != version)
            throw new EventStreamUnexpectedVersionException(stream, expected, version);
        return new EventStream<T>(this, stream, state, version, loaded);
    }

    private async Task<(T? State, long Version, LoadedDocument? Loaded)> FoldAsync<T>(Identity stream, CancellationToken cancellationToken) where T : class
    {
        // The version is that of the last event read, so that state and version come from one snapshot.
        var evolve = Store.Projections.FoldOf<T>();
        T? state = null;
        var version = 0L;
        foreach (var e in await FetchStreamAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            state = evolve(state, e);
            version = e.Version;
        }

        return (state, version, null);
    }

    private void Move(Identity stream, IReadOnlyList<string> statements)
    {
        Checked(stream);
        foreach (var statement in statements)
            work.Documents.Add(new NpgsqlBatchCommand(statement) { Parameters = { stream.ToParameter(), Parameter.Of(TenantId) } });
    }

    private static object[] Some(Identity stream, object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Length > 0 ? events : throw new InvalidStoreUseException("APPEND_EMPTY", $"No events were given for stream {stream}. Give at least one.");
    }

    private void Add(
        Identity stream, StreamExpectation expectation, long version, string? streamType, object[] events, LoadedDocument? loaded = null)
    {
        Checked(stream);
        var wrapped = new List<PendingEvent>(events.Length);
        foreach (var data in events)
        {
            ArgumentNullException.ThrowIfNull(data, nameof(events));
            var mapping = Store.EventTypes.For(data.GetType());
            var recorded = mapping.Wrap(data);
            recorded.Id = Guid.CreateVersion7();
            recorded.Stream = stream;
            recorded.TenantId = TenantId;
            wrapped.Add(new PendingEvent(recorded, mapping, EventJson.Of(stream, mapping, data, Store.Options.Events.MaxEventBytes)));
        }

        if (wrapped.Count > 0) work.Append(new StreamAppend(new DocumentKey(TenantId, stream), expectation, version, streamType, wrapped, loaded));
    }
}
