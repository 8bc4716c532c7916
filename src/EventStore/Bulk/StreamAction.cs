namespace EventStore;

/// <summary>
/// What a bulk insert writes to one stream. Each event is the event itself, stamped with the moment of the insert, or an <see cref="ImportedEvent"/>
/// that says more. A history that is too long for the memory is given as several actions on the same stream, in order.
/// </summary>
public sealed class StreamAction
{
    private StreamAction(Identity stream, StreamExpectation expectation, long version, string? streamType, IReadOnlyList<object> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (stream.IsEmpty)
            throw new InvalidStoreUseException("STREAM_ID_EMPTY", "A stream needs an identity: neither the empty Guid nor an empty text is one.");
        if (events.Count == 0)
            throw new InvalidStoreUseException("STREAM_ACTION_EMPTY", $"Stream {stream} is given no events. Leave it out of the bulk insert.");

        StreamId = stream;
        Expectation = expectation;
        Version = version;
        StreamType = streamType;
        Events = new ImportedEvent[events.Count];
        for (var i = 0; i < events.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(events[i], nameof(events));
            Events[i] = events[i] as ImportedEvent ?? new ImportedEvent(events[i]);
            ArgumentNullException.ThrowIfNull(Events[i].Data, nameof(events));
        }
    }

    /// <summary>The stream.</summary>
    public Identity StreamId { get; }

    /// <summary>How many events it is given.</summary>
    public int Count => Events.Length;

    internal StreamExpectation Expectation { get; }

    /// <summary>The version before these events, where one is expected.</summary>
    internal long Version { get; }

    internal string? StreamType { get; }

    internal ImportedEvent[] Events { get; }

    /// <summary>Starts a stream, which must not exist yet.</summary>
    /// <typeparam name="TAggregate">What the stream is about; its alias is kept with the stream.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="events">Its first events, at least one.</param>
    /// <exception cref="InvalidStoreUseException">The identity is empty, or there are no events.</exception>
    public static StreamAction Start<TAggregate>(Identity stream, params IReadOnlyList<object> events) where TAggregate : class =>
        new(stream, StreamExpectation.Absent, 0, NameAlias.ForStream(typeof(TAggregate)), events);

    /// <summary>Starts a stream of no declared kind, which must not exist yet.</summary>
    /// <inheritdoc cref="Start{TAggregate}"/>
    public static StreamAction Start(Identity stream, params IReadOnlyList<object> events) => new(stream, StreamExpectation.Absent, 0, null, events);

    /// <summary>Appends to a stream wherever it is, and starts it if there is none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="events">The events, at least one.</param>
    /// <exception cref="InvalidStoreUseException">The identity is empty, or there are no events.</exception>
    public static StreamAction Append(Identity stream, params IReadOnlyList<object> events) => new(stream, StreamExpectation.Any, 0, null, events);

    /// <summary>Appends to a stream that must be at a certain version.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expectedVersion">The version the stream has <em>after</em> these events, as in Marten: the version seen plus the number of events.</param>
    /// <param name="events">The events, at least one.</param>
    /// <exception cref="InvalidStoreUseException">The identity is empty, or there are no events.</exception>
    public static StreamAction Append(Identity stream, long expectedVersion, params IReadOnlyList<object> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfLessThan(expectedVersion, events.Count);
        return new StreamAction(stream, StreamExpectation.AtVersion, expectedVersion - events.Count, null, events);
    }
}
