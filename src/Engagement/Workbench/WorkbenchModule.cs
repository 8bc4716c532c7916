using Engagement.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Workbench;

internal sealed class WorkbenchModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => new WorkbenchReads(provider.GetServices<WorkSource>()));
        services.AddSingleton<ConsultationOverviewReads>();
    }
}
