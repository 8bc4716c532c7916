using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Web.Reading;

/// <summary>How easy words are to read, and what would make them easier.</summary>
public sealed partial record WordHints(int Words, int LongestSentence, double Grade, IReadOnlyList<string> Acronyms, ReadingAim Aim)
{
    /// <summary>On fewer words one long word decides on the grade.</summary>
    private const int FewWords = 20;

    public bool IsTooLong => LongestSentence > Aim.MostWords;

    public bool IsTooHard => Grade > Aim.MostGrade;

    /// <summary>The figures in one line.</summary>
    public string Figures => string.Join(
        ", ",
        new[]
        {
            Words == 1 ? "1 word" : $"{Words:N0} words",
            $"longest sentence {LongestSentence:N0}",
            Aim.MostGrade is null ? null : $"reading grade {Math.Max(0, Grade).ToString("0.#", CultureInfo.InvariantCulture)}",
        }.OfType<string>());

    /// <summary>What to change; none where the words are plain enough.</summary>
    public IReadOnlyList<string> Advice =>
    [
        .. IsTooLong ? [$"Split the longest sentence. Keep to {Aim.MostWords} words."] : Array.Empty<string>(),
        .. IsTooHard
            ? [$"Use shorter words: aim for grade {Aim.MostGrade} or less.{(Words < FewWords ? " In a short text, one long word can decide." : "")}"]
            : Array.Empty<string>(),
        .. Acronyms.Count == 0 ? Array.Empty<string>()
            : Aim.SpellsOut ? [$"Write out {string.Join(", ", Acronyms)}."]
            : [$"Say what {string.Join(", ", Acronyms)} stands for."],
    ];

    /// <summary>Of texts that are read one after the other, each of which ends its last sentence.</summary>
    public static WordHints Of(ReadingAim aim, params IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var written = texts.OfType<string>().ToList();
        var sentences = written.SelectMany(text => text.Split('\n')).SelectMany(Readability.Sentences).ToList();
        var lengths = sentences.Select(sentence => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length).ToList();
        return new WordHints(
            lengths.Sum(),
            lengths.Count == 0 ? 0 : lengths.Max(),
            Readability.Grade(sentences),
            [.. written.SelectMany(text => Acronym().Matches(text)).Select(match => match.Value).Distinct()],
            aim);
    }

    [GeneratedRegex(@"\b\p{Lu}{2,}s?\b")]
    private static partial Regex Acronym();
}
