using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Bench.Servers;

/// <summary>The ceiling: the same requests and the same answers without GraphQL, by a minimal API and source-generated JSON.</summary>
internal static class MinimalServer
{
    private static readonly Broadcast Ticks = new();

    public static Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MinimalJson.Default));
        var app = builder.Build();
        app.UseWebSockets();
        app.MapPost("/graphql", Answer);
        app.MapGet("/ticks", SendTicksAsync);
        app.MapPost("/tick", () => Ticks.Send());
        return app.RunAsync(url);
    }

    private static IResult Answer(MinimalRequest request) => request.Query switch
    {
        var query when query.Contains("orders", StringComparison.Ordinal) => Results.Json(
            new MinimalAnswer<OrdersData>(new OrdersData(Shop.Orders.Select(order => new OrderOut(order.Id, order.Total, Shop.Customers[order.CustomerId])))),
            MinimalJson.Default.MinimalAnswerOrdersData),
        var query when query.Contains("items", StringComparison.Ordinal) => Results.Json(
            new MinimalAnswer<ItemsData>(new ItemsData(Shop.Items)), MinimalJson.Default.MinimalAnswerItemsData),
        _ => Results.Json(
            new MinimalAnswer<ItemData>(new ItemData(Shop.ItemsById[request.Variables!.Value.GetProperty("id").GetString()!])), MinimalJson.Default.MinimalAnswerItemData),
    };

    // The same bytes as a result of the subscription, on a bare socket.
    private static async Task SendTicksAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await foreach (var tick in Ticks.Listen(http.RequestAborted))
        {
            var message = JsonSerializer.SerializeToUtf8Bytes(
                new TickMessage("1", "next", new MinimalAnswer<TickData>(new TickData(tick))), MinimalJson.Default.TickMessage);
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, http.RequestAborted);
        }
    }
}

internal sealed record MinimalRequest(string Query, JsonElement? Variables);

internal sealed record MinimalAnswer<T>(T Data);

internal sealed record ItemData(Item? Item);

internal sealed record ItemsData(Item[] Items);

internal sealed record OrdersData(IEnumerable<OrderOut> Orders);

internal sealed record OrderOut(string Id, double Total, Customer Customer);

internal sealed record TickData(int Ticked);

internal sealed record TickMessage(string Id, string Type, MinimalAnswer<TickData> Payload);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MinimalRequest))]
[JsonSerializable(typeof(MinimalAnswer<ItemData>))]
[JsonSerializable(typeof(MinimalAnswer<ItemsData>))]
[JsonSerializable(typeof(MinimalAnswer<OrdersData>))]
[JsonSerializable(typeof(TickMessage))]
internal sealed partial class MinimalJson : JsonSerializerContext;
