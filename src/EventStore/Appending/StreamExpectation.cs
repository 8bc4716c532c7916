namespace EventStore;

/// <summary>What must be true of a stream for an append to it to happen.</summary>
internal enum StreamExpectation
{
    /// <summary>Nothing: it is started if it is not there.</summary>
    Any,

    /// <summary>It does not exist.</summary>
    Absent,

    /// <summary>It is at a version; at zero it does not exist.</summary>
    AtVersion,
}
