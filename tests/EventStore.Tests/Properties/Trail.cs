namespace EventStore.Tests.Properties;

/// <summary>Every event of a stream since it was last abandoned.</summary>
public sealed record Trail(string Stream, IReadOnlyList<string> Events);

/// <summary>Keeps a <see cref="Trail"/> a stream.</summary>
public sealed class TrailProjection<TId> : SingleStreamProjection<Trail, TId> where TId : notnull
{
    public override bool ShouldDelete(Trail? snapshot, TId id, IEvent e) => e.Data is BasketClosed { Reason: "abandoned" };

    public override Trail? Evolve(Trail? snapshot, TId id, IEvent e) =>
        new($"{id}", [.. snapshot?.Events ?? [], $"{e.TenantId} {e.Version} {e.Data}"]);
}
