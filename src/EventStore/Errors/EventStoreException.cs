namespace EventStore;

/// <summary>The base of everything the event store refuses. <see cref="Code"/> is stable and safe to show or match on.</summary>
public abstract class EventStoreException : Exception
{
    private protected EventStoreException(string code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>A stable code in upper snake case, such as <c>EVENT_STREAM_UNEXPECTED_VERSION</c>.</summary>
    public string Code { get; }
}
