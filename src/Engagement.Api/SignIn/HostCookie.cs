using Microsoft.AspNetCore.Http;

namespace Engagement.Api.SignIn;

/// <summary>
/// A cookie that no script reads and no other site sends along. Bound to this host, browsers take it over HTTPS only, for no other host and from
/// no other; unbound, for development, it works over plain HTTP too.
/// </summary>
public sealed class HostCookie : CookieBuilder
{
    private readonly bool _bound;

    public HostCookie(string name, bool bound)
    {
        _bound = bound;
        Name = bound ? $"__Host-{name}" : $"engagement-{name}";
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        IsEssential = true;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        // The request may have come to us in clear from a proxy that the browser speaks HTTPS with.
        var options = base.Build(context, expiresFrom);
        options.Secure |= _bound;
        return options;
    }

    /// <summary>As <see cref="CookieBuilder.Build(HttpContext)"/> makes it, which is until the browser is closed, or else until a moment.</summary>
    public CookieOptions Until(HttpContext context, DateTimeOffset? end)
    {
        var options = Build(context);
        options.Expires = end;
        return options;
    }
}
