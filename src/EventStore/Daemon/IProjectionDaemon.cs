namespace EventStore;

/// <summary>
/// Runs the asynchronous projections and subscriptions of a store. Start one in each node: each projection runs in one node at a time,
/// and moves to another within a second or so when its node ends, within five seconds when it disappears or stands still. Every page's writes commit together with the checkpoint, so that each event takes effect once.
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
    /// <exception cref="InvalidStoreUseException">There is none of that name, it keeps no documents, another node runs it, or it was paused meanwhile.</exception>
    Task RebuildProjectionAsync(string projectionName, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stops a projection or subscription on every node until it is resumed, over restarts too. The node that runs it obeys within a second, after the page
    /// under way. Works whether or not this daemon was started; does nothing when it is paused already.
    /// </summary>
    /// <param name="projectionName">Its name.</param>
    /// <param name="reason">Why, for whoever looks at <see cref="ShardStatus.Pause"/>.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="InvalidStoreUseException">There is none of that name.</exception>
    Task PauseAsync(string projectionName, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets a projection or subscription run again, whether it was paused or had stopped by itself: it goes on from its checkpoint within a second.
    /// Works whether or not this daemon was started.
    /// </summary>
    /// <exception cref="InvalidStoreUseException">There is none of that name.</exception>
    Task ResumeAsync(string projectionName, CancellationToken cancellationToken = default);
}
