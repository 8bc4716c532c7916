using System.Globalization;
using System.Text;

namespace Engagement.Web.Staff.Surveys;

/// <summary>Short names for programs, made from words, so that nobody has to think of one.</summary>
internal static class ItemKeys
{
    private const int Longest = 40;
    private const int LongestMade = 30;

    /// <summary>A key of letters, digits and hyphens that begins with a letter and is not yet taken.</summary>
    public static string From(string words, IEnumerable<string> taken, string otherwise)
    {
        var made = new StringBuilder();
        foreach (var letter in words.Normalize(NormalizationForm.FormD).Select(char.ToLowerInvariant))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                made.Append(letter);
            else if (made.Length > 0 && made[^1] != '-' && letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
                made.Append('-');
        }

        var key = made.ToString().Trim('-');
        if (key.Length > LongestMade)
            key = key[..(key.LastIndexOf('-', LongestMade) is > 0 and var end ? end : LongestMade)];
        if (key.Length == 0 || !char.IsAsciiLetter(key[0]))
            key = $"{otherwise}-{key}".TrimEnd('-');

        var known = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? key : $"{key[..Math.Min(key.Length, Longest - 5)]}-{number.ToString(CultureInfo.InvariantCulture)}")
            .First(candidate => !known.Contains(candidate));
    }
}
