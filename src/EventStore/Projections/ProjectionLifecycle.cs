namespace EventStore;

/// <summary>When a projection runs.</summary>
public enum ProjectionLifecycle
{
    /// <summary>In the transaction that appends: always right, at the cost of the append.</summary>
    Inline,

    /// <summary>By the daemon, soon after.</summary>
    Async,

    /// <summary>When asked for: nothing is stored.</summary>
    Live,
}
