namespace EventStore.Tests;

/// <summary>One document a basket; gone when the basket was closed as abandoned.</summary>
public sealed record BasketSummary(Guid Id, string Name, int Items, IReadOnlyDictionary<string, int> ByItem);

public sealed class BasketSummaryProjection : SingleStreamProjection<BasketSummary>
{
    public static IReadOnlyCollection<Type> Events { get; } = [typeof(BasketOpened), typeof(ItemAdded), typeof(ItemRemoved), typeof(BasketClosed)];

    public override IReadOnlyCollection<Type>? EventTypes => Events;

    public override bool ShouldDelete(BasketSummary? snapshot, Guid id, IEvent e) => e.Data is BasketClosed { Reason: "abandoned" };

    public override BasketSummary? Evolve(BasketSummary? snapshot, Guid id, IEvent e)
    {
        var basket = snapshot ?? new BasketSummary(id, "unnamed", 0, new SortedDictionary<string, int>());
        return e.Data switch
        {
            BasketOpened opened => basket with { Name = opened.Name },
            ItemAdded added => Change(basket, added.Item, added.Quantity),
            ItemRemoved removed => Change(basket, removed.Item, -removed.Quantity),
            _ => basket,
        };
    }

    private static BasketSummary Change(BasketSummary basket, string item, int quantity)
    {
        var items = new SortedDictionary<string, int>(basket.ByItem.ToDictionary());
        items[item] = items.GetValueOrDefault(item) + quantity;
        return basket with { Items = basket.Items + quantity, ByItem = items };
    }
}

/// <summary>One document a shopper, from all baskets of that shopper.</summary>
public sealed record ShopperTotals(Guid Id, int Baskets, IReadOnlyList<string> Names);

public sealed class ShopperTotalsProjection : MultiStreamProjection<ShopperTotals>
{
    public ShopperTotalsProjection() => Identity<BasketOpened>(e => e.Data.Shopper);

    public override ShopperTotals Evolve(ShopperTotals? snapshot, Guid id, IEvent e)
    {
        var totals = snapshot ?? new ShopperTotals(id, 0, []);
        return e.Data is BasketOpened opened
            ? totals with { Baskets = totals.Baskets + 1, Names = [.. totals.Names, opened.Name] }
            : totals;
    }
}
