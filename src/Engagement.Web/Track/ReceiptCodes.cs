using System.Text;

namespace Engagement.Web.Track;

/// <summary>
/// Brings a reference or a secret, however it was typed, to the way it was printed: capital letters, groups of four, and the
/// letters that the codes never use (I, L, O) read as the digits they look like.
/// </summary>
internal static class ReceiptCodes
{
    private const string Prefix = "SEND";
    private const int ReferenceLength = 8;
    private const int GroupLength = 4;

    public static string Reference(string typed)
    {
        var letters = Letters(typed);
        var code = letters.StartsWith(Prefix, StringComparison.Ordinal) && letters.Length > ReferenceLength ? letters[Prefix.Length..] : letters;
        return $"{Prefix}-{InGroups(Digits(code))}";
    }

    public static string Secret(string typed) => InGroups(Digits(Letters(typed)));

    private static string Letters(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string Digits(string code) => code.Replace('O', '0').Replace('I', '1').Replace('L', '1');

    private static string InGroups(string code)
    {
        var grouped = new StringBuilder(code.Length + code.Length / GroupLength);
        foreach (var (index, letter) in code.Index())
        {
            if (index > 0 && index % GroupLength == 0)
                grouped.Append('-');
            grouped.Append(letter);
        }

        return grouped.ToString();
    }
}
