namespace EventStore;

/// <summary>Looks up which documents events go to.</summary>
/// <typeparam name="TId">What the documents are identified by.</typeparam>
public interface IAggregateGrouper<TId> where TId : notnull
{
    /// <summary>The concrete event types it looks at; null for all.</summary>
    IReadOnlyCollection<Type>? EventTypes { get; }

    /// <summary>
    /// Adds each event of a page to the documents it goes to. All events are of the session's tenant. What is looked up must be there before the event
    /// that needs it and never change afterwards (the event's own streams, or what the same page says), or a rebuild would come out differently.
    /// </summary>
    Task GroupAsync(IQuerySession session, IReadOnlyList<IEvent> events, IEventGrouping<TId> grouping, CancellationToken cancellationToken);
}
