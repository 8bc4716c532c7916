using System.Globalization;

namespace Engagement.Common;

/// <summary>Days as the documents hold them: ISO text, which sorts as the days do.</summary>
internal static class IsoDay
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    public static bool TryParse(string day, out DateOnly parsed) =>
        DateOnly.TryParseExact(day, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out parsed);

    public static DateOnly Parse(string day) => DateOnly.ParseExact(day, Form, CultureInfo.InvariantCulture);
}
