using Engagement.Api.Authorization;
using Engagement.Api.Live.Topics;
using Engagement.Api.SignIn;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Api.Live;

internal static class LiveUpdates
{
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services)
    {
        services.AddTopic<EntriesTopic>().AddTopic<ConsultationTopic>().AddTopic<ForumTopicTopic>().AddTopic<LoopsTopic>().AddTopic<JourneyTopic>()
            .AddTopic<WorkbenchTopic>().AddTopic<MetricsTopic>();
        services.TryAddSingleton(new LiveSettings(LiveLimits.Patience));
        services.AddSingleton<LivePosition>();
        services.AddSingleton<LiveOrigins>();
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<LiveLog>();
        services.AddSingleton(provider => new LiveFeed(
            provider.GetRequiredService<LiveLog>(), provider.GetRequiredService<LivePosition>(), provider.GetRequiredService<IPrincipals>()));
        services.AddSingleton<HubLifetimeManager<LiveHub>, LiveConnections>();
        services.AddTransient(provider => new LiveHub(
            provider.GetRequiredService<LiveTopics>(),
            provider.GetRequiredService<LiveFeed>(),
            provider.GetRequiredService<JourneyTopic>(),
            provider.GetRequiredService<LiveSettings>(),
            provider.GetRequiredService<ILogger<LiveHub>>()));
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

    private static IServiceCollection AddTopic<T>(this IServiceCollection services)
        where T : LiveTopic => services.AddSingleton<T>().AddSingleton<LiveTopic>(provider => provider.GetRequiredService<T>());
}
