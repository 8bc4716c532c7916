using GraphQL;

namespace Engagement.Bench.Servers;

/// <summary>What all servers of the benchmark serve.</summary>
internal static class Shop
{
    public static readonly Item[] Items =
    [
        .. Enumerable.Range(1, 100).Select(n => new Item(
            $"{n}", $"Item number {n}", 8.5 + n, (n - 1) * 3, n % 2 == 1, $"category-{(n - 1) % 10}", "2026-01-01T00:00:00Z", 3.25 + ((n - 1) % 7 / 4.0))),
    ];

    public static readonly Dictionary<string, Item> ItemsById = Items.ToDictionary(item => item.Id);

    public static readonly Order[] Orders = [.. Enumerable.Range(1, 100).Select(n => new Order($"{n}", 9.5 + n, $"{((n - 1) % 20) + 1}"))];

    public static readonly Dictionary<string, Customer> Customers =
        Enumerable.Range(1, 20).ToDictionary(n => $"{n}", n => new Customer($"{n}", $"Customer {n}", $"c{n}@example.com"));
}

/// <summary>Something to buy.</summary>
public sealed record Item(string Id, string Name, double Price, int Quantity, bool InStock, string Category, string CreatedAt, double Rating);

/// <summary>Who buys.</summary>
public sealed record Customer(string Id, string Name, string Email);

/// <summary>What was bought.</summary>
public sealed record Order(string Id, double Total, [property: GraphQLIgnore] string CustomerId);
