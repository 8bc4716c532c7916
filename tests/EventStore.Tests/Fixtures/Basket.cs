namespace EventStore.Tests;

/// <summary>An aggregate that folds itself; closed is its last state.</summary>
public sealed record Basket(Guid Id, string Name, int Items, bool IsClosed) : IEvolve<Basket>
{
    public static Basket? Evolve(Basket? state, IEvent e) => (state, e.Data) switch
    {
        (_, BasketOpened opened) => new Basket(e.StreamId, opened.Name, 0, false),
        ({ } basket, ItemAdded added) => basket with { Items = basket.Items + added.Quantity },
        ({ } basket, ItemRemoved removed) => basket with { Items = basket.Items - removed.Quantity },
        ({ } basket, BasketClosed) => basket with { IsClosed = true },
        _ => state,
    };
}
