using Engagement.Common;
using Engagement.SignIn;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Webhooks;

/// <summary>Programs of others that are told when something is published. None of it is history: it has no events, and what is over is deleted.</summary>
internal sealed class WebhooksModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(new WebhookOptions());
        services.AddSingleton<WebhookCommands>();
        services.AddSingleton<WebhookReads>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookUpkeep>();
        services.AddSingleton<WorkSource, WebhookWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) => projections.Subscribe(
        new WebhookedEvents(services.GetRequiredService<MessageOutbox>(), services.GetRequiredService<ISiteAddress>(), services.GetRequiredService<TimeProvider>()));
}
