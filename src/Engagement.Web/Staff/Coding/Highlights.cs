using System.Text.RegularExpressions;

namespace Engagement.Web.Staff.Coding;

/// <summary>A piece of a text: as it is, found by a search, or what a suggestion rests on.</summary>
internal sealed record TextPiece(string Text, PieceKind Kind);

internal enum PieceKind
{
    Plain,
    Found,
    Reason,
}

/// <summary>Marks the words of a text that were looked for, and those that a suggestion rests on.</summary>
internal static partial class Highlights
{
    private static readonly string[] Endings = ["ings", "ing", "ies", "ed", "es", "s", "y", "e"];

    /// <param name="text">What a person said.</param>
    /// <param name="search">Words as people write them for a search engine; those with a minus are not looked for.</param>
    /// <param name="because">Beginnings of words, and pairs of them.</param>
    public static IReadOnlyList<TextPiece> Of(string text, string? search, IEnumerable<string>? because = null)
    {
        var found = StemsOf(search).ToHashSet(StringComparer.Ordinal);
        var reasons = (because ?? []).SelectMany(pair => pair.Split(' ')).Where(stem => stem.Length > 2).ToHashSet(StringComparer.Ordinal);
        var pieces = new List<TextPiece>();
        var done = 0;
        foreach (Match word in AWord().Matches(text))
        {
            var lower = word.Value.ToLowerInvariant();
            var kind = found.Contains(Stem(lower)) ? PieceKind.Found : reasons.Any(stem => IsFormOf(lower, stem)) ? PieceKind.Reason : PieceKind.Plain;
            if (kind is PieceKind.Plain)
                continue;
            if (word.Index > done)
                pieces.Add(new TextPiece(text[done..word.Index], PieceKind.Plain));
            pieces.Add(new TextPiece(word.Value, kind));
            done = word.Index + word.Length;
        }

        if (done < text.Length)
            pieces.Add(new TextPiece(text[done..], PieceKind.Plain));
        return pieces;
    }

    private static IEnumerable<string> StemsOf(string? search) => search is null ? [] : ASearchWord().Matches(search)
        .Where(word => word.Value is not ['-', ..] && !word.Value.Equals("or", StringComparison.OrdinalIgnoreCase))
        .Select(word => Stem(word.Value.ToLowerInvariant()));

    /// <summary>Without the ending, so that a letter and letters are the same.</summary>
    private static string Stem(string word) => Endings.FirstOrDefault(ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) is { } end
        ? word[..^end.Length]
        : word;

    private static bool IsFormOf(string word, string stem) => word.StartsWith(stem, StringComparison.Ordinal) && word.Length <= stem.Length + 4;

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex AWord();

    [GeneratedRegex(@"-?[\p{L}\p{N}]+")]
    private static partial Regex ASearchWord();
}
