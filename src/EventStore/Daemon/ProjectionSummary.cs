namespace EventStore;

/// <summary>How one projection or subscription is, on whichever node it runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lifecycle">When it runs.</param>
/// <param name="State">Whether it runs.</param>
/// <param name="Position">The log position up to which it has handled everything, as of its last checkpoint a second or so ago.</param>
/// <param name="HighWaterMark">The log position up to which there is anything to handle.</param>
public sealed record ProjectionSummary(string Name, ProjectionLifecycle Lifecycle, ProjectionState State, long Position, long HighWaterMark)
{
    /// <summary>How many log positions it has yet to pass; never negative.</summary>
    public long Lag => Math.Max(0, HighWaterMark - Position);

    /// <summary>How long ago the oldest event was appended that it has yet to pass; zero where there is none.</summary>
    public TimeSpan LagTime { get; init; }

    /// <summary>How many events it has passed without handling them. See <see cref="EventStore.DeadLetters"/>.</summary>
    public long DeadLetters { get; init; }

    /// <summary>Why it does not run, if it was paused or stopped by itself.</summary>
    public ProjectionPause? Pause { get; init; }

    /// <summary>Whether <see cref="IProjectionDaemon.RebuildProjectionAsync"/> can make anew what it keeps.</summary>
    public bool CanRebuild { get; init; }

    /// <summary>The tables that it names as its own (<see cref="IProjection.Tables"/>); empty where the store makes its tables.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Whether somebody rebuilds it at this moment.</summary>
    public bool IsRebuilding { get; init; }

    /// <summary>The log position from which a rebuild that was begun goes on; null where none is unfinished.</summary>
    public long? RebuiltUpTo { get; init; }
}
