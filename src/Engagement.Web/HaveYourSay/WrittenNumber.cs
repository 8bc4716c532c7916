using System.Globalization;

namespace Engagement.Web.HaveYourSay;

/// <summary>A number as people write it: with spaces or commas between thousands, and in the figures of any script.</summary>
internal static class WrittenNumber
{
    private const int MostFigures = 12;

    public static decimal? Read(string? written)
    {
        var text = string.Concat((written ?? "").Where(letter => !char.IsWhiteSpace(letter)).Select(Plain));
        var thousands = text.Split(',');
        // "1,200" is a number of thousands, "1,5" one and a half.
        text = thousands.Length > 1 && thousands.Skip(1).All(group => group.Split('.')[0].Length == 3)
            ? string.Concat(thousands)
            : text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && text.Count(char.IsAsciiDigit) <= MostFigures
                ? number
                : null;
    }

    private static char Plain(char letter) => char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter switch
    {
        '−' or '–' => '-',
        '٫' => '.',
        '٬' => ',',
        _ => letter,
    };
}
