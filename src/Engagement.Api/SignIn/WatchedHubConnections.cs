using Microsoft.AspNetCore.SignalR;

namespace Engagement.Api.SignIn;

/// <summary>Ends a hub's connection with the session it was opened with, also when it is carried by many short requests.</summary>
internal sealed class WatchedHubConnections(OpenConnections connections) : IHubFilter
{
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.User is { } user && (user.SessionId() ?? user.KeyId()) is { } credential)
            context.Context.Items[typeof(WatchedHubConnections)] = connections.Add(credential, until: null, context.Context.Abort);
        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.TryGetValue(typeof(WatchedHubConnections), out var watched))
            ((IDisposable)watched!).Dispose();
        return next(context, exception);
    }
}
