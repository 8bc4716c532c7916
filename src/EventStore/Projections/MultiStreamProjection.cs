namespace EventStore;

/// <summary>
/// Keeps documents from the events of many streams. Call <c>Identity</c> in the constructor for each event type, to say which documents it goes to.
/// The document's <c>mt_version</c> counts the events folded in.
/// </summary>
/// <typeparam name="TDoc">The document.</typeparam>
public abstract class MultiStreamProjection<TDoc> : IDocumentProjection where TDoc : class
{
    private readonly List<(Type EventType, Func<IEvent, IEnumerable<Guid>> Identities)> _routes = [];

    /// <summary>The name its progress is kept under; the document's name unless overridden.</summary>
    public virtual string Name => typeof(TDoc).Name;

    Type IDocumentProjection.DocumentType => typeof(TDoc);

    internal IReadOnlyList<(Type EventType, Func<IEvent, IEnumerable<Guid>> Identities)> Routes => _routes;

    /// <summary>The document after an event. Must be pure.</summary>
    public abstract TDoc Evolve(TDoc? snapshot, Guid id, IEvent e);

    /// <summary>Whether an event ends the document. Asked before <see cref="Evolve"/>, which is not called for an event that does.</summary>
    public virtual bool ShouldDelete(TDoc? snapshot, Guid id, IEvent e) => false;

    EventProcessor IDocumentProjection.CreateProcessor(DocumentStore store) => new MultiStreamProcessor<TDoc>(store, this);

    /// <summary>Says which document an event goes to. <typeparamref name="TEvent"/> may be a base type or an interface.</summary>
    protected void Identity<TEvent>(Func<IEvent<TEvent>, Guid> identity) where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(identity);
        Identities<TEvent>(e => [identity(e)]);
    }

    /// <summary>Says which documents an event goes to; each gets it once.</summary>
    protected void Identities<TEvent>(Func<IEvent<TEvent>, IEnumerable<Guid>> identities) where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(identities);
        _routes.Add((typeof(TEvent), e => identities((IEvent<TEvent>)e)));
    }
}
