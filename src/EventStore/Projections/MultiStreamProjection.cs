namespace EventStore;

/// <summary>Keeps documents identified by Guids from the events of many streams.</summary>
/// <typeparam name="TDoc">The document.</typeparam>
public abstract class MultiStreamProjection<TDoc> : MultiStreamProjection<TDoc, Guid> where TDoc : class;

/// <summary>
/// Keeps documents from the events of many streams. Call <c>Identity</c> in the constructor for each event type, to say which documents it goes to,
/// or <see cref="CustomGrouping"/> where that has to be looked up. The document's <c>mt_version</c> counts the events folded in since it came to be.
/// </summary>
/// <typeparam name="TDoc">The document.</typeparam>
/// <typeparam name="TId">What the documents are identified by: <see cref="Guid"/> or <see cref="string"/>.</typeparam>
public abstract class MultiStreamProjection<TDoc, TId> : IDocumentProjection, IFold<TDoc> where TDoc : class where TId : notnull
{
    private readonly List<EventRoute<TId>> _routes = [];
    private readonly List<IAggregateGrouper<TId>> _groupers = [];

    /// <summary>The name its progress is kept under; the document's name unless overridden.</summary>
    public virtual string Name => typeof(TDoc).Name;

    Type IDocumentProjection.DocumentType => typeof(TDoc);

    StreamIdentity? IDocumentProjection.DocumentIdentity => typeof(TId) == typeof(Guid) ? StreamIdentity.AsGuid : StreamIdentity.AsString;

    internal IReadOnlyList<EventRoute<TId>> Routes => _routes;

    internal IReadOnlyList<IAggregateGrouper<TId>> Groupers => _groupers;

    /// <summary>The document after an event; null when there is none (any more). Must be pure.</summary>
    public abstract TDoc? Evolve(TDoc? snapshot, TId id, IEvent e);

    /// <summary>Whether an event ends the document. Asked before <see cref="Evolve"/>, which is not called for an event that does.</summary>
    public virtual bool ShouldDelete(TDoc? snapshot, TId id, IEvent e) => false;

    TDoc? IFold<TDoc>.Fold(TDoc? document, Identity id, IEvent e)
    {
        var typed = id.As<TId>();
        return ShouldDelete(document, typed, e) ? null : Evolve(document, typed, e);
    }

    EventProcessor IDocumentProjection.CreateProcessor(DocumentStore store) => new MultiStreamProcessor<TDoc, TId>(store, this);

    /// <summary>Says which document an event goes to. <typeparamref name="TEvent"/> may be a base type or an interface.</summary>
    protected void Identity<TEvent>(Func<IEvent<TEvent>, TId> identity) where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(identity);
        Identities<TEvent>(e => [identity(e)]);
    }

    /// <summary>Says which documents an event goes to; each gets it once. The empty Guid, an empty text and null stand for none.</summary>
    protected void Identities<TEvent>(Func<IEvent<TEvent>, IEnumerable<TId>> identities) where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(identities);
        _routes.Add(new EventRoute<TId>(typeof(TEvent), e => identities((IEvent<TEvent>)e)));
    }

    /// <summary>Lets a grouper say which documents events go to, where that is not in the events and must be looked up.</summary>
    protected void CustomGrouping(IAggregateGrouper<TId> grouper)
    {
        ArgumentNullException.ThrowIfNull(grouper);
        _groupers.Add(grouper);
    }
}
