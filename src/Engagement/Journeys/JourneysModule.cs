using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Journeys;

internal sealed class JourneysModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<JourneyReads>();
        services.AddSingleton<OutcomeReads>();
    }
}
