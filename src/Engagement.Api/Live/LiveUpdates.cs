using Engagement.Api.SignIn;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Api.Live;

internal static class LiveUpdates
{
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services)
    {
        services.AddSingleton<LivePosition>();
        services.AddSingleton<LiveTopics>();
        services.AddSignalR(options => options.AddFilter<WatchedHubConnections>());

        // After SignalR's own: of two protocols with one name, the later is used.
        services.AddSingleton<IHubProtocol>(provider =>
            new PlainSpokenProtocol(new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>())));
        return services;
    }
}
