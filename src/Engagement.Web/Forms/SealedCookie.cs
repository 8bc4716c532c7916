using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Forms;

/// <summary>Something that this browser holds for us until it is closed: only we can read it, no script can, and only pages below a path are sent it.</summary>
internal sealed class SealedCookie<T>(string name, string path, IDataProtector protector)
    where T : class
{
    /// <summary>What it holds; null where there is nothing that we can read.</summary>
    public T? Read(HttpContext context)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } value)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(value));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, T held) =>
        context.Response.Cookies.Append(name, protector.Protect(JsonSerializer.Serialize(held)), Options(context));

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(name, Options(context));

    private CookieOptions Options(HttpContext context) => new()
    {
        Path = context.Request.PathBase.Add(path).Value,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}
