namespace EventStore.Tests;

public sealed record BasketOpened(Guid Shopper, string Name);

public sealed record ItemAdded(string Item, int Quantity);

public sealed record ItemRemoved(string Item, int Quantity);

public sealed record BasketClosed(string Reason);

public sealed record DoorCounted(int People);
