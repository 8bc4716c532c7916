namespace EventStore;

/// <summary>What can have been done to a sealed log.</summary>
public enum SealDifferenceKind
{
    /// <summary>A stored event was changed, or exchanged with another.</summary>
    EventAltered,

    /// <summary>A stored event was removed.</summary>
    EventMissing,

    /// <summary>An event was put in at a position that was sealed as empty.</summary>
    EventInserted,

    /// <summary>A seal was changed, or is not the one that the next seal follows.</summary>
    SealAltered,

    /// <summary>A seal was removed.</summary>
    SealMissing,
}
