namespace EventStore;

/// <summary>
/// Keeps one document per stream: the fold of that stream's events. The document's identity is the stream's, and its
/// <c>mt_version</c> the version of the last event folded in.
/// </summary>
/// <remarks>
/// An inline projection is always the fold of its whole stream: when the document is missing or behind, what it lacks is read
/// first. Declare <see cref="EventTypes"/> in a store with several kinds of stream, so that the others cost nothing.
/// </remarks>
/// <typeparam name="TDoc">The document.</typeparam>
public abstract class SingleStreamProjection<TDoc> : IDocumentProjection where TDoc : class
{
    /// <summary>The name its progress is kept under; the document's name unless overridden.</summary>
    public virtual string Name => typeof(TDoc).Name;

    /// <summary>The concrete event types it looks at; null for all.</summary>
    public virtual IReadOnlyCollection<Type>? EventTypes => null;

    Type IDocumentProjection.DocumentType => typeof(TDoc);

    /// <summary>The document after an event; null when there is none (any more). Must be pure.</summary>
    public abstract TDoc? Evolve(TDoc? snapshot, Guid id, IEvent e);

    /// <summary>Whether an event ends the document. Asked before <see cref="Evolve"/>, which is not called for an event that does.</summary>
    public virtual bool ShouldDelete(TDoc? snapshot, Guid id, IEvent e) => false;

    EventProcessor IDocumentProjection.CreateProcessor(DocumentStore store) => new SingleStreamProcessor<TDoc>(store, this);
}
