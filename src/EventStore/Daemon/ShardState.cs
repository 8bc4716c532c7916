namespace EventStore;

/// <summary>What one projection or subscription is doing in this process.</summary>
public enum ShardState
{
    /// <summary>It was not started, or it was stopped.</summary>
    Stopped,

    /// <summary>Another node runs it; this one takes over when that one ends.</summary>
    Standby,

    /// <summary>It runs here.</summary>
    Running,

    /// <summary>It failed and is about to be tried again from its checkpoint.</summary>
    Retrying,

    /// <summary>It runs on no node until it is resumed: somebody asked for that, or it met an event that it could not handle.</summary>
    Paused,
}
