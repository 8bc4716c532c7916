using Engagement.Api.SignIn;
using Engagement.Feedback;
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
        services.AddSingleton(provider => new LiveTopic("entries", Permission: null, (after, cancellation) =>
            provider.GetRequiredService<EntryFeed>().ReadAsync(after, cancellation).Select(change => new LiveUpdate("entry", change.Slug, change.Position))));
        services.AddSignalR(options =>
        {
            options.AddFilter<WatchedHubConnections>();
            options.AddFilter<HubRules>();
        });

        // After SignalR's own: of two protocols with one name, the later is used.
        services.AddSingleton<IHubProtocol>(provider =>
            new PlainSpokenProtocol(new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>())));
        return services;
    }
}
