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

    /// <summary>
    /// Makes what a projection keeps anew from the whole log, beside what is read meanwhile, and puts it in its place in one transaction: readers see the
    /// old state until they see the new one, and the projection goes on from there. Inline projections too; those who append wait for the moment of exchange.
    /// Works whether or not this daemon was started and wherever the projection runs. A rebuild that was cut off goes on where it was when it is asked for again,
    /// if the code is the same.
    /// </summary>
    /// <remarks>
    /// Events that fail are treated as <see cref="ProjectionOptions.Errors"/> says, and dead letters of before are replaced. A projection of your own making
    /// (<see cref="IProjection"/>) is rebuilt if it names its tables, within one transaction, and so not resumed.
    /// </remarks>
    /// <param name="projectionName">Its name.</param>
    /// <param name="progress">Told about every tenth of a second how far it is.</param>
    /// <param name="cancellationToken">Ends it; what was built is kept for the next attempt.</param>
    /// <exception cref="InvalidStoreUseException">There is none of that name, it keeps nothing that can be rebuilt, or somebody else rebuilds it.</exception>
    /// <exception cref="RebuildFailedException">An event failed; what is read is as it was.</exception>
    Task RebuildProjectionAsync(string projectionName, IProgress<RebuildProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Every projection and subscription of the store, on whichever node it runs, as the database knows it; the inline ones first.
    /// Works whether or not this daemon was started. <see cref="Status"/> says how they are in this process, and asks nobody.
    /// </summary>
    Task<IReadOnlyList<ProjectionSummary>> ListAsync(CancellationToken cancellationToken = default);

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
