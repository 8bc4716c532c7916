using Engagement.Releases;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.LocalOffer;

internal sealed class LocalOfferModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LocalOfferReads>();
        services.AddSingleton<IReleaseFigures, LocalOfferReleaseFigures>();
    }
}
