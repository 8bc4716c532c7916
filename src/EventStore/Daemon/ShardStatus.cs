namespace EventStore;

/// <summary>How far one projection or subscription is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What it is doing in this process.</param>
/// <param name="Position">The log position up to which it has handled everything, as this process knows it.</param>
/// <param name="HighWaterMark">The log position up to which there is anything to handle.</param>
/// <param name="Attempts">How often in a row it has failed.</param>
/// <param name="LastError">Why it failed last, while it is failing.</param>
public sealed record ShardStatus(string Name, ShardState State, long Position, long HighWaterMark, int Attempts, string? LastError)
{
    /// <summary>How many log positions it has yet to pass; never negative.</summary>
    public long Lag => Math.Max(0, HighWaterMark - Position);
}
