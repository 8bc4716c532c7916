namespace EventStore.Tests.Properties;

/// <summary>What was put on a shelf by anybody.</summary>
public sealed record Shelf(int Quantity, IReadOnlyList<string> Events);

/// <summary>An item goes to one, two or no shelves, by its quantity. A shelf that comes to nothing is taken down.</summary>
public sealed class ShelfProjection<TId> : MultiStreamProjection<Shelf, TId> where TId : notnull
{
    public ShelfProjection(Func<int, TId> idOf)
    {
        Identities<ItemAdded>(e => Enumerable.Range(0, e.Data.Quantity % 3).Select(n => idOf(100 + (e.Data.Quantity + n) % 4)));
        Identity<ItemRemoved>(e => idOf(100 + e.Data.Quantity % 4));
    }

    public override Shelf? Evolve(Shelf? snapshot, TId id, IEvent e)
    {
        var shelf = snapshot ?? new Shelf(0, []);
        var quantity = shelf.Quantity + (e.Data is ItemAdded ? 1 : -1);
        return quantity == 0 ? null : new Shelf(quantity, [.. shelf.Events, $"{e.Sequence}"]);
    }
}
