namespace EventStore;

/// <summary>Keeps one document per stream in a store whose streams are identified by Guids.</summary>
/// <typeparam name="TDoc">The document.</typeparam>
public abstract class SingleStreamProjection<TDoc> : SingleStreamProjection<TDoc, Guid> where TDoc : class;

/// <summary>
/// Keeps one document per stream: the fold of that stream's events. The document's identity is the stream's, and its
/// <c>mt_version</c> the version of the last event folded in.
/// </summary>
/// <remarks>
/// An inline projection is always the fold of its whole stream: when the document is missing or behind, what it lacks is read
/// first. Declare <see cref="EventTypes"/> in a store with several kinds of stream, so that the others cost nothing.
/// </remarks>
/// <typeparam name="TDoc">The document.</typeparam>
/// <typeparam name="TId">What streams are identified by: <see cref="Guid"/> or <see cref="string"/>.</typeparam>
public abstract class SingleStreamProjection<TDoc, TId> : IDocumentProjection, IFold<TDoc> where TDoc : class where TId : notnull
{
    /// <summary>The name its progress is kept under; the document's name unless overridden.</summary>
    public virtual string Name => typeof(TDoc).Name;

    /// <summary>The concrete event types it looks at; null for all.</summary>
    public virtual IReadOnlyCollection<Type>? EventTypes => null;

    Type IDocumentProjection.DocumentType => typeof(TDoc);

    StreamIdentity? IDocumentProjection.DocumentIdentity => null;

    /// <summary>The document after an event; null when there is none (any more). Must be pure.</summary>
    public abstract TDoc? Evolve(TDoc? snapshot, TId id, IEvent e);

    /// <summary>Whether an event ends the document. Asked before <see cref="Evolve"/>, which is not called for an event that does.</summary>
    public virtual bool ShouldDelete(TDoc? snapshot, TId id, IEvent e) => false;

    TDoc? IFold<TDoc>.Fold(TDoc? document, Identity id, IEvent e)
    {
        var typed = id.As<TId>();
        return ShouldDelete(document, typed, e) ? null : Evolve(document, typed, e);
    }

    EventProcessor IDocumentProjection.CreateProcessor(DocumentStore store) => new SingleStreamProcessor<TDoc>(store, Name, EventTypes, this);
}
