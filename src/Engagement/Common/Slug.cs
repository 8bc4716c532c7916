using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Common;

/// <summary>The readable part of an address: the words of a title, then six characters that make it unique.</summary>
public static class Slug
{
    private const int WordsLimit = 60;
    private const int MarkLength = 6;

    public static string For(string title, Guid id)
    {
        // A hash of the id, because ids in order of creation share their first characters.
        var mark = CrockfordBase32.Encode(SHA256.HashData(id.ToByteArray(bigEndian: true)), MarkLength).ToLowerInvariant();
        var words = Words(title);
        return words.Length == 0 ? mark : $"{words}-{mark}";
    }

    /// <summary>Whether there can be such a slug at all; what cannot be need not be looked for.</summary>
    public static bool IsPossible(string? text) =>
        text is { Length: > 0 and <= WordsLimit + 1 + MarkLength } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Words(string title)
    {
        var words = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
            else if (IsWordBreak(c) && words.Length > 0 && words[^1] != '-')
                words.Append('-');
        }

        var all = words.ToString().Trim('-');
        if (all.Length <= WordsLimit)
            return all;

        var lastWhole = all.LastIndexOf('-', WordsLimit);
        return all[..(lastWhole > 0 ? lastWhole : WordsLimit)];
    }

    // An apostrophe or an accent belongs to its word.
    private static bool IsWordBreak(char c) =>
        c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark;
}
