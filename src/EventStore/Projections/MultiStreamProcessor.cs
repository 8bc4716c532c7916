using System.Collections.Concurrent;

namespace EventStore;

internal sealed class MultiStreamProcessor<TDoc, TId>(DocumentStore store, MultiStreamProjection<TDoc, TId> projection)
    : DocumentProcessor<TDoc>(store, projection.Name, ConcreteTypes(store, projection), projection)
    where TDoc : class
    where TId : notnull
{
    private readonly ConcurrentDictionary<Type, Func<IEvent, IEnumerable<TId>>[]> _routes = new();

    public override async ValueTask RouteAsync(IReadOnlyList<IEvent> events, Slices slices, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            foreach (var identities in _routes.GetOrAdd(e.Data.GetType(), RoutesOf))
            {
                foreach (var id in identities(e)) Add(slices, id, e);
            }
        }

        if (projection.Groupers.Count == 0) return;
        foreach (var grouper in projection.Groupers) await GroupAsync(grouper, events, slices, cancellationToken).ConfigureAwait(false);
        slices.Order(events);
    }

    protected override long VersionAfter(long version, IEvent e) => version + 1;

    protected override long VersionWhenGone(long version) => 0;

    private async Task GroupAsync(IAggregateGrouper<TId> grouper, IReadOnlyList<IEvent> events, Slices slices, CancellationToken cancellationToken)
    {
        var looksAt = grouper.EventTypes;
        foreach (var ofTenant in events.Where(e => looksAt is null || looksAt.Contains(e.Data.GetType())).GroupBy(e => e.TenantId))
        {
            await using var session = new QuerySession(Store, ofTenant.Key);
            await grouper.GroupAsync(session, [.. ofTenant], new Grouping(slices), cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Add(Slices slices, TId? id, IEvent e)
    {
        if (id is null || Identity.Of(id) is not { IsEmpty: false } document) return;
        slices.Add(new DocumentKey(e.TenantId, document), e);
    }

    private Func<IEvent, IEnumerable<TId>>[] RoutesOf(Type type) =>
        [.. projection.Routes.Where(route => route.EventType.IsAssignableFrom(type)).Select(route => route.Identities)];

    // Routes may name base types and interfaces; the log is read by the aliases of concrete types.
    private static Type[]? ConcreteTypes(DocumentStore store, MultiStreamProjection<TDoc, TId> projection)
    {
        if (projection.Groupers.Any(grouper => grouper.EventTypes is null)) return null;
        var types = projection.Routes.Select(route => route.EventType).Concat(projection.Groupers.SelectMany(grouper => grouper.EventTypes!)).Distinct().ToArray();
        return Array.Exists(types, type => type.IsAssignableFrom(typeof(UnknownEvent))) ? null : [.. types.SelectMany(store.EventTypes.TypesOf).Distinct()];
    }

    private sealed class Grouping(Slices slices) : IEventGrouping<TId>
    {
        public void AddEvent(TId id, IEvent e) => Add(slices, id, e);
    }
}
