namespace EventStore;

/// <summary>
/// Runs the asynchronous projections and subscriptions of a store. Start one in each node: each projection runs in one node at a time,
/// and moves to another within a second or so when its node ends. Every page's writes commit together with the checkpoint, so that each event takes effect once.
/// </summary>
public interface IProjectionDaemon : IAsyncDisposable
{
    /// <summary>How it is.</summary>
    DaemonStatus Status { get; }

    /// <summary>Starts in the background. Does nothing when started already.</summary>
    Task StartAsync(CancellationToken cancellationToken = default);

    /// <summary>Stops after the pages under way. Does nothing when stopped already.</summary>
    Task StopAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until one projection or subscription, on whichever node, has handled the log up to a position.</summary>
    /// <exception cref="InvalidStoreUseException">There is none of that name.</exception>
    Task WaitForAsync(string projectionName, long sequence, CancellationToken cancellationToken = default);

    /// <summary>Waits until all projections and subscriptions have handled the log up to a position.</summary>
    Task WaitForAsync(long sequence, CancellationToken cancellationToken = default);

    /// <summary>Empties the documents of an asynchronous projection and builds them again from the whole log; returns when it has caught up.</summary>
    /// <exception cref="InvalidStoreUseException">There is none of that name, it keeps no documents, or another node runs it.</exception>
    Task RebuildProjectionAsync(string projectionName, CancellationToken cancellationToken = default);
}
