using GraphQL;

namespace Engagement.Bench.Servers;

/// <summary>What is measured: the engine as an application uses it.</summary>
internal static class GraphQLServer
{
    public static Broadcast Ticks { get; } = new();

    /// <summary>How often customers were loaded.</summary>
    public static int Batches { get; set; }

    public static Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQL().AddEngagementBenchServersTypes();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapGraphQL("/graphql");
        app.MapPost("/tick", () => Ticks.Send());
        app.MapGet("/batches", () => Batches);
        return app.RunAsync(url);
    }
}

[QueryType]
public static partial class Queries
{
    /// <summary>Everything there is.</summary>
    public static IReadOnlyList<Item> GetItems() => Shop.Items;

    /// <summary>One of them.</summary>
    public static Item? GetItem(string id) => Shop.ItemsById.GetValueOrDefault(id);

    /// <summary>All that was bought.</summary>
    public static IReadOnlyList<Order> GetOrders() => Shop.Orders;
}

[SubscriptionType]
public static partial class Subscriptions
{
    /// <summary>A number for each tick.</summary>
    public static IAsyncEnumerable<int> OnTicked(CancellationToken cancellationToken) => GraphQLServer.Ticks.Listen(cancellationToken);
}

[ObjectType<Order>]
public static partial class OrderNode
{
    /// <summary>Who bought it.</summary>
    public static Task<Customer> GetCustomerAsync([Parent] Order order, ICustomerByIdDataLoader customers, CancellationToken cancellationToken) =>
        customers.LoadAsync(order.CustomerId, cancellationToken)!;
}

internal static class Loaders
{
    [DataLoader]
    internal static Task<Dictionary<string, Customer>> GetCustomerByIdAsync(IReadOnlyList<string> keys)
    {
        GraphQLServer.Batches++;
        return Task.FromResult(keys.ToDictionary(key => key, key => Shop.Customers[key]));
    }
}
