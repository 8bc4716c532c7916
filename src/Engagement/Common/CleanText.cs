using System.Globalization;
using System.Text;

namespace Engagement.Common;

/// <summary>Text as people meant it: what no database or page can hold (NUL, half characters) is taken out, not answered with a failure.</summary>
public static class CleanText
{
    public const int LineLimit = 300;

    public const int ParagraphLimit = 10_000;

    /// <summary>Line ends become \n; other control characters and unpaired surrogates go; white space at both ends goes.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')))
                continue;

            clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    public static string? OrNull(string? text) => Of(text) is { Length: > 0 } clean ? clean : null;

    public static string OneLine(string? text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');

    public static Refusal? TooLong(string? text, int limit, string field) => text is null || text.Length <= limit
        ? null
        : new Refusal("TEXT_TOO_LONG", string.Create(CultureInfo.InvariantCulture, $"Use {limit:N0} characters or fewer"), field);
}
