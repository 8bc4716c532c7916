using System.Collections.Frozen;
using System.Globalization;

namespace Engagement.Web;

public static class Languages
{
    public const string English = "en-GB";

    /// <summary>Those that the pages speak, each with its own name for itself, English first.</summary>
    public static IReadOnlyList<(string Code, string OwnName)> OfPages { get; } = [(English, "English"), ("pl", "Polski"), ("ar", "العربية")];

    private static readonly FrozenDictionary<string, CultureInfo> Cultures = OfPages.ToFrozenDictionary(language => language.Code, language => Culture(language.Code));

    /// <summary>The language this request's page is written in.</summary>
    public static CultureInfo Current => CultureInfo.CurrentUICulture;

    public static bool IsOfPages(string? code) => code is not null && Cultures.ContainsKey(code);

    /// <summary>A language's name for itself, for its code, or the code itself when it is not known.</summary>
    public static string OwnName(string code)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(code, predefinedOnly: true).NativeName;
            return char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>What a language of the pages writes dates and numbers by.</summary>
    public static CultureInfo Of(string code) => Cultures[code];

    /// <summary>A language's English name for its code, or the code itself when it is not known.</summary>
    public static string Name(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    // Whatever a language's own calendar is: dates here are those of letters and school terms in Kent.
    private static CultureInfo Culture(string code)
    {
        var culture = new CultureInfo(code, useUserOverride: false);
        culture.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        return CultureInfo.ReadOnly(culture);
    }
}
