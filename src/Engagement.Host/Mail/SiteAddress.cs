using Engagement.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Engagement.Host.Mail;

/// <summary>The configured address or, in development, the one that this process listens on.</summary>
internal sealed class SiteAddress(MailSettings settings, IServer server) : ISiteAddress
{
    public Uri Address => new(settings.SiteAddress
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("Site:Address is not configured, and this process serves no pages."));
}
