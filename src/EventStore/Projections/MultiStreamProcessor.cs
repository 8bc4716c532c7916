using System.Collections.Concurrent;

namespace EventStore;

internal sealed class MultiStreamProcessor<TDoc>(DocumentStore store, MultiStreamProjection<TDoc> projection)
    : DocumentProcessor<TDoc>(store, projection.Name, ConcreteTypes(store, projection))
    where TDoc : class
{
    private readonly ConcurrentDictionary<Type, Func<IEvent, IEnumerable<Guid>>[]> _routes = new();

    protected override void Route(IEvent e, HashSet<Guid> documents)
    {
        foreach (var identities in _routes.GetOrAdd(e.Data.GetType(), RoutesOf))
        {
            foreach (var id in identities(e))
            {
                if (id != Guid.Empty) documents.Add(id);
            }
        }
    }

    protected override TDoc? Evolve(TDoc? document, Guid id, IEvent e) =>
        projection.ShouldDelete(document, id, e) ? null : projection.Evolve(document, id, e);

    protected override long VersionAfter(long version, IEvent e) => version + 1;

    private Func<IEvent, IEnumerable<Guid>>[] RoutesOf(Type type) =>
        [.. projection.Routes.Where(route => route.EventType.IsAssignableFrom(type)).Select(route => route.Identities)];

    // Routes may name base types and interfaces; the log is read by the aliases of concrete types.
    private static Type[]? ConcreteTypes(DocumentStore store, MultiStreamProjection<TDoc> projection)
    {
        var types = projection.Routes.Select(route => route.EventType).Distinct().ToArray();
        return Array.Exists(types, type => type.IsAssignableFrom(typeof(UnknownEvent))) ? null : [.. types.SelectMany(store.EventTypes.TypesOf).Distinct()];
    }
}
