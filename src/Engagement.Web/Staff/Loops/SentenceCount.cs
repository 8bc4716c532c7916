using System.Text.RegularExpressions;

namespace Engagement.Web.Staff.Loops;

/// <summary>How long the sentences of a text are, because short ones are read by more people.</summary>
internal sealed partial record SentenceCount(int Words, int Sentences, int Longest)
{
    public const int LongestOfEasyRead = 15;

    public static SentenceCount Of(string text)
    {
        var lengths = SentenceEnd().Split(text).Select(sentence => Word().Count(sentence)).Where(words => words > 0).ToArray();
        return new SentenceCount(lengths.Sum(), lengths.Length, lengths.DefaultIfEmpty().Max());
    }

    public override string ToString() =>
        $"{LoopWording.Count(Words, "word", "words")} in {LoopWording.Count(Sentences, "sentence", "sentences")}. The longest has {Longest:N0}.";

    [GeneratedRegex(@"(?<=[.?!:])\s+|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}+(?:['’]\p{L}+)*|\d+")]
    private static partial Regex Word();
}
