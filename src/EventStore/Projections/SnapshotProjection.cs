namespace EventStore;

/// <summary>A self-folding aggregate, seen as a projection.</summary>
internal sealed class SnapshotProjection<T> : SingleStreamProjection<T> where T : class, IEvolve<T>
{
    public override T? Evolve(T? snapshot, Guid id, IEvent e) => T.Evolve(snapshot, e);
}
