namespace EventStore;

/// <summary>Which way a stream is read.</summary>
public enum ReadDirection
{
    /// <summary>From the oldest event to the newest.</summary>
    Forwards,

    /// <summary>From the newest event to the oldest.</summary>
    Backwards,
}
