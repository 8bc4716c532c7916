using System.Globalization;
using Engagement.Common;

namespace Engagement.EvidencePacks;

/// <summary>How values are written: for programs always the same, for people as they read.</summary>
internal static class PackValue
{
    /// <summary>What stands for a number that is hidden because it could identify somebody.</summary>
    public const string Hidden = "[c]";

    public static string ForFiles(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly day => IsoDay.Of(day),
        DateTimeOffset moment => Moment(moment),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string ForPeople(object? value) => value switch
    {
        null or "" => "–",
        bool yes => yes ? "Yes" : "No",
        DateOnly day => LondonCalendar.Text(day),
        DateTimeOffset moment => $"{LondonCalendar.Text(LondonCalendar.DayOf(moment))}, {LondonCalendar.TimeText(moment)}",
        int number => number.ToString("#,0", CultureInfo.InvariantCulture),
        long number => number.ToString("#,0", CultureInfo.InvariantCulture),
        decimal number => number.ToString("#,0.##", CultureInfo.InvariantCulture),
        double number => number.ToString("0.###", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>So many of something.</summary>
    public static string Count(int count, string one, string many) => $"{ForPeople(count)} {(count == 1 ? one : many)}";

    public static bool IsNumber(object? value) => value is int or long or decimal or double;

    /// <summary>The name of a state as people read it: NotApplicable becomes "Not applicable".</summary>
    public static string Words<T>(T state) where T : struct, Enum
    {
        var name = state.ToString();
        return string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
    }
}
