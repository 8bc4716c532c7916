using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Forums;

/// <summary>
/// Remembers, while the browser is open, the receipt of what somebody wrote who has no account: they go on under the same name without typing it again, and
/// it never stands in an address.
/// </summary>
internal sealed class AuthorCookie(IDataProtectionProvider protection)
{
    private const string Name = "forum-author";

    private readonly IDataProtector _protector = protection.CreateProtector("Engagement.Web.ForumAuthor");

    public HeldReceipt? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } value)
            return null;
        try
        {
            return JsonSerializer.Deserialize<HeldReceipt>(_protector.Unprotect(value));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, HeldReceipt receipt) =>
        context.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(receipt)), Options(context));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = context.Request.PathBase.Add(Links.Pact).Value,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}

/// <summary>The receipt of something that somebody wrote, and what they were told when they had sent it, until they have read that.</summary>
public sealed record HeldReceipt(string Reference, string Secret, JustSent? Sent = null);

/// <summary>What an author is told at once.</summary>
public sealed record JustSent(string Forum, string Topic, string Handle, ContributionState State, string? Reason, IReadOnlyList<string> Help, bool IsSignedIn);
