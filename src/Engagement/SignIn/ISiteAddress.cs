namespace Engagement.SignIn;

/// <summary>Where people reach the platform, for links in messages. Never taken from a request: whoever sends one says in it what they like.</summary>
public interface ISiteAddress
{
    Uri Address { get; }
}

internal sealed class NoSiteAddress : ISiteAddress
{
    public Uri Address => throw new InvalidOperationException("The address of the site is not configured: set Site:Address.");
}
