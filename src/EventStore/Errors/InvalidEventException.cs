namespace EventStore;

/// <summary>An event cannot be kept as it is; nothing was written. <see cref="EventStoreException.Code"/> says why.</summary>
/// <remarks><c>EVENT_TOO_LARGE</c>, <c>EVENT_NOT_SERIALIZABLE</c>, or <c>EVENT_TEXT_INVALID</c> for text that PostgreSQL cannot hold, such as NUL.</remarks>
public sealed class InvalidEventException : EventStoreException
{
    internal const string BadText = "An event or its metadata holds text that PostgreSQL cannot keep, such as a NUL character.";

    internal InvalidEventException(string code, Identity stream, string reason, Exception? innerException = null)
        : base(code, $"{reason} It was to go to stream {stream}. Nothing was written.", innerException) =>
        StreamId = stream;

    /// <summary>The stream it was to go to.</summary>
    public Identity StreamId { get; }
}
