namespace EventStore;

internal sealed class EventStoreOperations(DocumentStore store, string tenantId, PendingWork work)
    : QueryEventStore(store, tenantId), IEventStoreOperations
{
    public void StartStream<TAggregate>(Guid streamId, params object[] events) where TAggregate : class =>
        Add(streamId, StreamExpectation.Absent, 0, NameAlias.ForStream(typeof(TAggregate)), events);

    public void StartStream(Guid streamId, params object[] events) => Add(streamId, StreamExpectation.Absent, 0, null, events);

    public void Append(Guid streamId, params object[] events) => Add(streamId, StreamExpectation.Any, 0, null, events);

    public void Append(Guid streamId, long expectedVersion, params object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedVersion, events.Length);
        AppendAt(streamId, expectedVersion - events.Length, null, events);
    }

    public Task<IEventStream<T>> FetchForWriting<T>(Guid streamId, CancellationToken cancellationToken = default) where T : class =>
        FetchAsync<T>(streamId, null, cancellationToken);

    public Task<IEventStream<T>> FetchForWriting<T>(Guid streamId, long expectedVersion, CancellationToken cancellationToken = default)
        where T : class =>
        FetchAsync<T>(streamId, expectedVersion, cancellationToken);

    /// <summary>Appends to a stream that is at <paramref name="version"/>; at zero it must not exist.</summary>
    public void AppendAt(Guid streamId, long version, string? streamType, object[] events) =>
        Add(streamId, StreamExpectation.AtVersion, version, streamType, events);

    private async Task<IEventStream<T>> FetchAsync<T>(Guid streamId, long? expectedVersion, CancellationToken cancellationToken) where T : class
    {
        // The version is that of the last event read, so that state and version come from one snapshot.
        var evolve = Store.Projections.FoldOf<T>();
        T? state = null;
        var version = 0L;
        foreach (var e in await FetchStreamAsync(streamId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            state = evolve(state, e);
            version = e.Version;
        }

        if (expectedVersion is { } expected && expected != version)
            throw new EventStreamUnexpectedVersionException(streamId, expected, version);
        return new EventStream<T>(this, streamId, state, version);
    }

    private void Add(Guid streamId, StreamExpectation expectation, long version, string? streamType, object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (streamId == Guid.Empty)
            throw new InvalidStoreUseException("STREAM_ID_EMPTY", "A stream needs an identity; the empty Guid is none.");
        if (events.Length == 0) return;

        var wrapped = new List<PendingEvent>(events.Length);
        foreach (var data in events)
        {
            ArgumentNullException.ThrowIfNull(data, nameof(events));
            var mapping = Store.EventTypes.For(data.GetType());
            var recorded = mapping.Wrap(data);
            recorded.Id = Guid.CreateVersion7();
            recorded.StreamId = streamId;
            recorded.TenantId = TenantId;
            wrapped.Add(new PendingEvent(recorded, mapping));
        }

        work.Append(streamId, expectation, version, streamType, wrapped);
    }
}
