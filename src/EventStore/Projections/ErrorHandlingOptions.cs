namespace EventStore;

/// <summary>
/// What becomes of an event that a projection or subscription cannot handle. Only failures of the event count: a database that is away, a connection that
/// is lost, a timeout or a missing table is nobody's event, and is tried again for ever, with back-off, from the checkpoint.
/// </summary>
/// <remarks>
/// <para>
/// A page that fails is tried again in halves until the one event is found that fails by itself, so that all others take effect, once. That event is
/// then tried <see cref="Retries"/> times more, and is skipped into a dead letter or stops the projection.
/// </para>
/// <para>
/// By default it is skipped: one bad event does not hold back everything after it, and nothing is lost silently, since the dead letter is written in
/// the transaction that passes the event, is counted in <see cref="ShardStatus.DeadLetters"/> and can be replayed. When
/// <see cref="MaxSkipsInARow"/> events have failed one after the other, it is the projection that is broken rather than the events, and it stops.
/// </para>
/// </remarks>
public sealed class ErrorHandlingOptions
{
    /// <summary>How often an event that fails by itself is tried again before it counts as failed for good. Not for events that cannot be read: they stay as they are.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>How long to wait before the first of the retries; each further wait is twice as long.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two retries.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether an event that cannot be applied is skipped into a dead letter; otherwise the projection stops before it.</summary>
    public bool SkipApplyErrors { get; set; } = true;

    /// <summary>Whether an event whose data does not fit its type is skipped into a dead letter; otherwise the projection stops before it.</summary>
    public bool SkipSerializationErrors { get; set; } = true;

    /// <summary>How many events in a row may be skipped before the projection stops all the same.</summary>
    public int MaxSkipsInARow { get; set; } = 10;
}
