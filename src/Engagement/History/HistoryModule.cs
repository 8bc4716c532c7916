using Microsoft.Extensions.DependencyInjection;

namespace Engagement.History;

internal sealed class HistoryModule : EngagementModule
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<HistoryReads>();
}
