using System.Globalization;
using System.Resources;

namespace Engagement.Notifications;

/// <summary>
/// A language that messages are written in. English is in the templates and is the key; each further language is a file beside this one. A sentence that a
/// language lacks is said in English.
/// </summary>
public sealed class NotificationLanguage
{
    /// <summary>The language in which officers write.</summary>
    public const string OfOfficers = "en";

    private static readonly ResourceManager Catalogue = new("Engagement.Notifications.NotificationTexts", typeof(NotificationLanguage).Assembly);

    private readonly CultureInfo _culture;

    private NotificationLanguage(string code)
    {
        Code = code;
        // Whatever a language's own calendar is: dates here are those of letters and school terms in Kent.
        _culture = new CultureInfo(code, useUserOverride: false);
        _culture.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
    }

    public static NotificationLanguage English { get; } = new("en-GB");

    /// <summary>English first.</summary>
    public static IReadOnlyList<NotificationLanguage> All { get; } = [English, new("pl"), new("ar")];

    /// <summary>The code that a browser knows it by.</summary>
    public string Code { get; }

    public bool IsRightToLeft => _culture.TextInfo.IsRightToLeft;

    /// <summary>A sentence in this language.</summary>
    public string this[string english] => (this == English ? null : Catalogue.GetString(english, _culture)) ?? english;

    /// <summary>Several things, one after the other.</summary>
    public string List(IEnumerable<string> things) => string.Join(IsRightToLeft ? "، " : ", ", things);

    public static NotificationLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>Whether something in the language of this code is in this language.</summary>
    public bool Is(string code) => code.Split('-')[0] == Code.Split('-')[0];

    /// <summary>A day as it is said in letters.</summary>
    public string Text(DateOnly day) => day.ToString("d MMMM yyyy", _culture);
}
