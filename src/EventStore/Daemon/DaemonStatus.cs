namespace EventStore;

/// <summary>How a daemon is, for a health check.</summary>
/// <param name="IsRunning">Whether it was started.</param>
/// <param name="HighWaterMark">The log position up to which nothing can appear any more; -1 until it is known.</param>
/// <param name="HighWaterError">Why the mark cannot be read at the moment, if it cannot.</param>
/// <param name="Shards">Each projection and subscription.</param>
public sealed record DaemonStatus(bool IsRunning, long HighWaterMark, string? HighWaterError, IReadOnlyList<ShardStatus> Shards)
{
    /// <summary>Whether it runs, can read the log, and nothing is failing or has stopped by itself. Dead letters alone are no ill health: nothing would be gained by a restart.</summary>
    public bool IsHealthy => IsRunning && HighWaterError is null && Shards.All(shard => shard.IsHealthy);
}
