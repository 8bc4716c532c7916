using Engagement.SignIn;
using Engagement.Web;

namespace Engagement.Host;

/// <summary>Whose place this is, as pages and letters say it: read once, from the section <c>Site</c>.</summary>
internal static class SiteConfiguration
{
    /// <exception cref="StartupException">It is configured as nobody could read it or write to it; the message says what to do.</exception>
    public static EngagementWebOptions Read(IConfiguration configuration)
    {
        var site = configuration.GetSection("Site").Get<EngagementWebOptions>() ?? new EngagementWebOptions();
        if (string.IsNullOrWhiteSpace(site.Name))
            throw new StartupException("Site:Name is empty. It has to be what people know the platform by: pages and letters are headed with it.");
        if (string.IsNullOrWhiteSpace(site.RunBy))
            throw new StartupException("Site:RunBy is empty. It has to be who runs the platform, like Kent SEND engagement: pages and letters say so.");
        if (EmailAddress.Normalise(site.ContactEmail) is null)
            throw new StartupException($"Site:ContactEmail is '{site.ContactEmail}'. It has to be the e-mail address that people can write to, like engagement@example.org.");
        if (string.IsNullOrWhiteSpace(site.ContactAddress))
            throw new StartupException("Site:ContactAddress is empty. It has to be the address that people can write to by post, on one line: paper surveys are sent there.");
        if (!Uri.TryCreate(site.ExitAddress, UriKind.Absolute, out var exit) || exit.Scheme != Uri.UriSchemeHttps)
            throw new StartupException($"Site:ExitAddress is '{site.ExitAddress}'. It has to be the https address to which a young person leaves a page at once.");
        return site;
    }
}
