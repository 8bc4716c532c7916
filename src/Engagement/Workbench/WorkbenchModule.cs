using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Workbench;

internal sealed class WorkbenchModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<WorkbenchReads>();
        services.AddSingleton<ConsultationOverviewReads>();
    }
}
