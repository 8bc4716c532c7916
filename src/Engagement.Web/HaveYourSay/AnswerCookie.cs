using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Engagement.Web.HaveYourSay;

/// <summary>
/// Keeps a draft between pages in a cookie that only this platform can read: compressed, sealed, in pieces when it is long,
/// and sent only to the pages of its own survey. Nothing of an unsent answer is stored on the server.
/// </summary>
internal sealed class AnswerCookie(IDataProtectionProvider protection)
{
    private const string Name = "answers";

    // A request may carry 32 KB of headers in all; the answers leave room for the rest.
    private const int LongestValue = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan ReceiptKept = TimeSpan.FromMinutes(30);

    private readonly ChunkingCookieManager _cookies = new() { ThrowForPartialCookies = false };

    /// <summary>The draft on this device, or null when there is none that can be read.</summary>
    public AnswerDraft? Read(HttpContext context, string slug)
    {
        if (_cookies.GetRequestCookie(context, Name) is not { Length: > 0 } value)
            return null;
        try
        {
            using var compressed = new MemoryStream(Protector(slug).Unprotect(WebEncoders.Base64UrlDecode(value)));
            using var plain = new BrotliStream(compressed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<AnswerDraft>(plain);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            // Too old, cut off or changed: the person starts again.
            return null;
        }
    }

    /// <summary>False when the answers together are longer than a browser can keep; the cookie is then as it was.</summary>
    public bool TryWrite(HttpContext context, SurveyFace face, string slug, AnswerDraft draft)
    {
        using var compressed = new MemoryStream();
        using (var plain = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(plain, draft);
        var kept = draft.Receipt is null ? Kept : ReceiptKept;
        var value = WebEncoders.Base64UrlEncode(Protector(slug).Protect(compressed.ToArray(), kept));
        if (value.Length > LongestValue)
            return false;
        // Pieces that a shorter value no longer needs must not stay behind with old words in them.
        if (context.Request.Cookies.ContainsKey(Name))
            _cookies.DeleteCookie(context, Name, Options(context, face, slug, kept: null));
        _cookies.AppendResponseCookie(context, Name, value, Options(context, face, slug, kept));
        return true;
    }

    public void Clear(HttpContext context, SurveyFace face, string slug) => _cookies.DeleteCookie(context, Name, Options(context, face, slug, kept: null));

    private ITimeLimitedDataProtector Protector(string slug) =>
        protection.CreateProtector("Engagement.Web.Answers", slug).ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext context, SurveyFace face, string slug, TimeSpan? kept) => new()
    {
        Path = context.Request.PathBase.Add(face.Start(slug)).Value,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        MaxAge = kept,
    };
}
