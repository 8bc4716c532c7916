namespace EventStore;

/// <summary>How far one projection or subscription is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What it is doing in this process.</param>
/// <param name="Position">The log position up to which it has handled everything; where another node runs it, as of its last checkpoint a second or so ago.</param>
/// <param name="HighWaterMark">The log position up to which there is anything to handle.</param>
/// <param name="Attempts">How often in a row it has failed.</param>
/// <param name="LastError">Why it failed last, while it is failing.</param>
public sealed record ShardStatus(string Name, ShardState State, long Position, long HighWaterMark, int Attempts, string? LastError)
{
    /// <summary>How many log positions it has yet to pass; never negative.</summary>
    public long Lag => Math.Max(0, HighWaterMark - Position);

    /// <summary>How long ago the oldest event was appended that it has yet to pass, as of a second or so ago; zero where there is none.</summary>
    public TimeSpan LagTime { get; init; }

    /// <summary>How many events it has passed without handling them. See <see cref="EventStore.DeadLetters"/>.</summary>
    public long DeadLetters { get; init; }

    /// <summary>Why it does not run, if it was paused or stopped by itself.</summary>
    public ProjectionPause? Pause { get; init; }

    /// <summary>Whether nothing is wrong with it: it runs, here or elsewhere, or somebody has paused it on purpose.</summary>
    public bool IsHealthy => State is ShardState.Running or ShardState.Standby or ShardState.Paused && Pause is not { IsFailure: true };
}
