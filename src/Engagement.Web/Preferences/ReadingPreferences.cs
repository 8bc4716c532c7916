using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Engagement.Web.Preferences;

/// <summary>How somebody likes to read, kept in a cookie of their browser and nowhere else. Whatever the cookie says that is not offered is not heard.</summary>
public sealed record ReadingPreferences(string Language, string Size, string Paper, string Spacing, string Words, string Motion)
{
    private const string Cookie = "reading";

    /// <summary>What can be chosen, the usual first.</summary>
    public static readonly FrozenDictionary<string, string[]> Offered = new Dictionary<string, string[]>
    {
        ["language"] = [.. Languages.OfPages.Select(language => language.Code)],
        ["size"] = ["usual", "large", "larger"],
        ["paper"] = ["white", "cream", "blue", "dark"],
        ["spacing"] = ["usual", "wide"],
        ["words"] = ["all", "simple"],
        ["motion"] = ["usual", "none"],
    }.ToFrozenDictionary();

    public static ReadingPreferences Usual { get; } = From(_ => null);

    /// <summary>The page's classes for what is not as usual.</summary>
    public string? Classes => string.Join(' ', Values().Where(chosen => chosen.Name != "language" && chosen.Value != Offered[chosen.Name][0])
        .Select(chosen => $"reading-{chosen.Name}-{chosen.Value}")) is { Length: > 0 } classes ? classes : null;

    /// <summary>Easy Read versions come first where there is one.</summary>
    public bool WantsSimpleWords => Words == "simple";

    public static ReadingPreferences Of(HttpContext context)
    {
        if (context.Items[typeof(ReadingPreferences)] is ReadingPreferences known)
            return known;
        var said = context.Request.Cookies[Cookie] is { Length: > 0 and < 500 } value ? QueryHelpers.ParseQuery(value) : [];
        var read = said.Count == 0 ? Usual : From(name => said.TryGetValue(name, out var chosen) ? chosen.ToString() : null);
        context.Items[typeof(ReadingPreferences)] = read;
        return read;
    }

    /// <summary>What somebody chose, each by its name; what they did not choose, or could not, is as usual.</summary>
    public static ReadingPreferences From(Func<string, string?> chosen)
    {
        return new(Of("language"), Of("size"), Of("paper"), Of("spacing"), Of("words"), Of("motion"));

        string Of(string name) => chosen(name) is { } value && Offered[name].Contains(value) ? value : Offered[name][0];
    }

    public void Keep(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var value = QueryHelpers.AddQueryString("", Values().Select(chosen => KeyValuePair.Create(chosen.Name, (string?)chosen.Value)))[1..];
        context.Response.Cookies.Append(Cookie, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
    }

    private IEnumerable<(string Name, string Value)> Values() =>
        [("language", Language), ("size", Size), ("paper", Paper), ("spacing", Spacing), ("words", Words), ("motion", Motion)];
}
