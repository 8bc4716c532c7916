using System.Text.RegularExpressions;

namespace Engagement.Web.Reading;

/// <summary>How many years of school a text asks for: the Flesch-Kincaid grade, 0.39 words a sentence + 11.8 syllables a word - 15.59.</summary>
internal static partial class Readability
{
    public static double Grade(IEnumerable<string> sentences)
    {
        var all = sentences.Select(Words).Where(words => words.Length > 0).ToList();
        var words = all.Sum(sentence => sentence.Length);
        return words == 0 ? 0 : 0.39 * words / all.Count + 11.8 * all.Sum(sentence => sentence.Sum(Syllables)) / words - 15.59;
    }

    /// <summary>The sentences of a text; what a colon introduces is another.</summary>
    public static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Where(sentence => sentence.Length > 0);

    public static string[] Words(string sentence) => [.. Word().Matches(sentence).Select(word => string.Concat(word.Value.Select(char.ToLowerInvariant)))];

    /// <summary>By the vowels that are heard, as near as spelling tells.</summary>
    public static int Syllables(string word)
    {
        var heard = SilentEnd().Replace(word, "");
        return Math.Max(1, Vowels().Count(heard) + Apart().Count(heard));
    }

    [GeneratedRegex(@"(?<=[.?!:])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}+(?:['’]\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=[a-z])(?:(?<![^aeiouy]l)e|(?<![sxzcg]|[cs]h|[^aeiouy]l)es|(?<![td])ed)$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    /// <summary>Two vowels that are two syllables.</summary>
    [GeneratedRegex("(?<![ctgs])i(?:a|o|u)|eo(?!p)|ua(?!r)|creat|being")]
    private static partial Regex Apart();
}
