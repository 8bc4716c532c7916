namespace EventStore;

/// <summary>Whether one projection or subscription runs, on whichever node, as the database knows it.</summary>
public enum ProjectionState
{
    /// <summary>It is part of every append, and never behind.</summary>
    Inline,

    /// <summary>A node runs it.</summary>
    Running,

    /// <summary>The node that runs it has not been heard of for seconds; another takes it over if one is there.</summary>
    Silent,

    /// <summary>No node runs it.</summary>
    Stopped,

    /// <summary>It runs on no node until it is resumed: somebody asked for that, or it met an event that it could not handle.</summary>
    Paused,
}
