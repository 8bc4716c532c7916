using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Track;

/// <summary>Remembers the secrets of the journeys opened in this browser session, so that they never stand in an address.</summary>
internal sealed class SecretCookie(IDataProtectionProvider protection)
{
    private const string Name = "journeys";
    private const int MostJourneys = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("Engagement.Web.Journeys");

    public string? Find(HttpContext context, string reference) => Read(context).LastOrDefault(j => j.Reference == reference)?.Secret;

    public void Remember(HttpContext context, string reference, string secret) =>
        Write(context, [.. Read(context).Where(j => j.Reference != reference).Append(new Opened(reference, secret)).TakeLast(MostJourneys)]);

    public void Forget(HttpContext context, string reference) => Write(context, [.. Read(context).Where(j => j.Reference != reference)]);

    private List<Opened> Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } value)
            return [];
        try
        {
            return JsonSerializer.Deserialize<List<Opened>>(_protector.Unprotect(value)) ?? [];
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return [];
        }
    }

    private void Write(HttpContext context, IReadOnlyList<Opened> journeys)
    {
        var options = new CookieOptions
        {
            Path = context.Request.PathBase.Add(Links.Track).Value,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        };
        if (journeys.Count == 0)
            context.Response.Cookies.Delete(Name, options);
        else
            context.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(journeys)), options);
    }

    private sealed record Opened(string Reference, string Secret);
}
