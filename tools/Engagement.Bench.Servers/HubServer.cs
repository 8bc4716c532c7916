using Microsoft.AspNetCore.SignalR;

namespace Engagement.Bench.Servers;

/// <summary>The ceiling of live updates: a hub of SignalR that knows nothing and sends everybody the same, when it is asked to.</summary>
internal static class HubServer
{
    public static Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapPost("/graphql", () => "ready");
        app.MapHub<BareHub>("/live");
        app.MapPost("/tell/{from:long}/{count:int}", async (long from, int count, IHubContext<BareHub> hub) =>
        {
            for (var position = from; position < from + count; position++)
                await hub.Clients.All.SendAsync("changed", new Update("entries", "entry", $"entry-{position:D32}", position));
        });
        return app.RunAsync(url);
    }

    internal sealed class BareHub : Hub
    {
        public long Follow(string topic, long? after) => Context.ConnectionAborted.IsCancellationRequested || topic.Length == 0 ? -1 : after ?? 0;
    }

    private sealed record Update(string Topic, string Kind, string Id, long Position);
}
