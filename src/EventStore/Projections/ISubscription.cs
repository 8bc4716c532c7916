namespace EventStore;

/// <summary>
/// Sees every event of the log, in order, from the beginning or from where <see cref="AsyncOptions"/> says. What it queues in its operations is committed together with its
/// checkpoint, and so happens once; anything else it does may happen again after a failure.
/// </summary>
public interface ISubscription
{
    /// <summary>The name its checkpoint is kept under. Must never change.</summary>
    string Name { get; }

    /// <summary>The concrete event types it looks at; null for all.</summary>
    IReadOnlyCollection<Type>? EventTypes { get; }

    /// <summary>Handles a page of events.</summary>
    Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken);
}
