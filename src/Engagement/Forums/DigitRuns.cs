using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Engagement.Forums;

/// <summary>
/// Phone and NHS numbers: runs of digits however they are written, with signs in between, in words, or with the letter O for nought.
/// </summary>
internal static partial class DigitRuns
{
    private const int NhsLength = 10;
    private const int LongestPhone = 11;
    private const int ShortestPhone = 10;

    private static readonly Dictionary<string, string> Said = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = "0",
        ["nought"] = "0",
        ["naught"] = "0",
        ["oh"] = "0",
        ["o"] = "0",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
    };

    /// <summary>Helplines, which belong to nobody: so do the numbers that begin with 03, 08 and 09.</summary>
    private static readonly string[] Helplines = ["116123", "116000", "116111"];

    public static IEnumerable<MarkedSpan> Find(string text)
    {
        foreach (var run in Runs(text))
        {
            for (var i = 0; i < run.Count; i++)
            {
                if (Match(text, run, i) is not { } found)
                    continue;

                yield return found.Mark;
                i = found.Last;
            }
        }
    }

    private static (MarkedSpan Mark, int Last)? Match(string text, List<Piece> run, int first)
    {
        var digits = new StringBuilder();
        (MarkedSpan, int)? longest = null;
        for (var last = first; last < run.Count && digits.Length <= LongestPhone + 4; last++)
        {
            digits.Append(run[last].Digits);
            var number = digits.ToString();
            MarkKind? kind = IsPhone(number) || (first == 0 && last == run.Count - 1 && IsLocalPhone(text, run[0].Start, number))
                ? MarkKind.Phone
                : IsNhsNumber(text, run[first..(last + 1)], number) ? MarkKind.NhsNumber : null;
            if (kind is { } found)
                longest = (new MarkedSpan(found, run[first].Start, run[last].End - run[first].Start), last);
        }

        return longest;
    }

    private static bool IsPhone(string digits)
    {
        var national = digits switch
        {
            _ when digits.StartsWith("+440", StringComparison.Ordinal) => digits[3..],
            _ when digits.StartsWith("+44", StringComparison.Ordinal) => $"0{digits[3..]}",
            _ when digits.StartsWith("00440", StringComparison.Ordinal) => digits[4..],
            _ when digits.StartsWith("0044", StringComparison.Ordinal) => $"0{digits[4..]}",
            _ => digits,
        };
        return national.Length is ShortestPhone or LongestPhone
            && national[0] == '0'
            && (national[1] is '1' or '2' or '7')
            && national.All(char.IsAsciiDigit);
    }

    // "Call me on 712345": without an area code, so only after a word that says what it is. 111, 999 and the like are shorter.
    private static bool IsLocalPhone(string text, int start, string digits) =>
        digits.Length is >= 6 and <= 8
        && digits.All(char.IsAsciiDigit)
        && digits[0] != '0'
        && !Helplines.Contains(digits)
        && CallMe().IsMatch(text[Math.Max(0, start - 30)..start]);

    private static bool IsNhsNumber(string text, List<Piece> pieces, string digits)
    {
        if (digits.Length != NhsLength || !digits.All(char.IsAsciiDigit))
            return false;

        var start = pieces[0].Start;
        return NhsWords().IsMatch(text[Math.Max(0, start - 30)..start])
            || (HasNhsCheckDigit(digits) && (pieces.Count == 1 || pieces.Select(piece => piece.Digits.Length).SequenceEqual([3, 3, 4])));
    }

    // Modulus 11, from the NHS data dictionary.
    private static bool HasNhsCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < NhsLength - 1; i++)
            sum += (digits[i] - '0') * (NhsLength - i);

        var check = (11 - sum % 11) % 11;
        return check != 10 && check == digits[^1] - '0';
    }

    /// <summary>Runs of pieces with nothing but a few signs between one and the next.</summary>
    private static IEnumerable<List<Piece>> Runs(string text)
    {
        var run = new List<Piece>();
        var times = 1;
        var timesStart = 0;
        foreach (Match match in Pieces().Matches(text))
        {
            var previousEnd = run.Count > 0 ? run[^1].End : timesStart;
            if (run.Count > 0 && times == 1 && !IsBetween(text[previousEnd..match.Index]))
            {
                yield return run;
                run = [];
            }

            if (match.Groups["times"] is { Success: true } several)
            {
                times = several.ValueSpan.StartsWith("d", StringComparison.OrdinalIgnoreCase) ? 2 : 3;
                timesStart = match.Index;
                continue;
            }

            var digits = DigitsOf(match);
            run.Add(new Piece(times == 1 ? match.Index : timesStart, match.Index + match.Length, string.Concat(Enumerable.Repeat(digits, times))));
            times = 1;
        }

        if (run.Count > 0)
            yield return run;
    }

    private static string DigitsOf(Match match)
    {
        if (Said.TryGetValue(match.Value, out var said))
            return said;

        var digits = new StringBuilder(match.Length);
        foreach (var c in match.Value)
            digits.Append(c is '+' ? "+" : c is 'o' or 'O' ? "0" : CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture));

        return digits.ToString();
    }

    private static bool IsBetween(string between) => Between().IsMatch(between);

    private sealed record Piece(int Start, int End, string Digits);

    // Figures (also those of other scripts, and with the letter O among them), or a figure said in words.
    [GeneratedRegex(
        @"\+?\d[\do]*|(?<![a-z])o[\do]*\d[\do]*|\b(?:zero|nought|naught|oh|o|one|two|three|four|five|six|seven|eight|nine)\b|"
        + @"\b(?<times>double|triple|treble)\b(?=\s+(?:\d\b|(?:zero|nought|naught|oh|o|one|two|three|four|five|six|seven|eight|nine)\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    // Up to three signs; the last two of the class turn a figure into a key of a phone.
    [GeneratedRegex(@"^[\s().,\-‐-–—·•_*|\uFE0F\u20E3]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"\b(?:call|ring|text|phone|tel|telephone|mobile|mob|whats\s?app|number(?:'s|\s+is)?)\b[^\d\n]{0,18}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CallMe();

    [GeneratedRegex(@"\bnhs\b[^\d\n]{0,24}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NhsWords();
}
