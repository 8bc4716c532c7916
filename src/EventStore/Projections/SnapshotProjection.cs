namespace EventStore;

/// <summary>A self-folding aggregate, seen as a projection.</summary>
internal sealed class SnapshotProjection<T> : IDocumentProjection, IFold<T> where T : class, IEvolve<T>
{
    public string Name => typeof(T).Name;
    public Type DocumentType => typeof(T);
    public StreamIdentity? DocumentIdentity => null;

    public T? Fold(T? document, Identity id, IEvent e) => T.Evolve(document, e);

    public EventProcessor CreateProcessor(DocumentStore store) => new SingleStreamProcessor<T>(store, Name, null, this);
}
