namespace EventStore;

/// <summary>A projection of your own making, such as one into tables of your own by <see cref="IDocumentSession.QueueSqlCommand"/>.</summary>
public interface IProjection
{
    /// <summary>The name its progress is kept under. Must never change.</summary>
    string Name { get; }

    /// <summary>The concrete event types it looks at; null for all.</summary>
    IReadOnlyCollection<Type>? EventTypes { get; }

    /// <summary>
    /// The tables that this projection alone writes, with their schema, such as <c>shop.orders</c>. A rebuild empties and fills them again in one transaction,
    /// in which what <see cref="ApplyAsync"/> reads is still the old state: name them only where it writes by statements alone. Without them there is no rebuild.
    /// </summary>
    IReadOnlyList<string> Tables => [];

    /// <summary>
    /// Queues what the events change. The store commits it together with the events (inline) or the checkpoint (async), so each event takes effect once.
    /// Inline, the events have versions but no sequence yet, and the call is repeated when other work interferes.
    /// </summary>
    Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken);
}
