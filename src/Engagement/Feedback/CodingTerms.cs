using System.Collections.Frozen;
using System.Text;

namespace Engagement.Feedback;

/// <summary>What a text is about: its words, shortened to their stems, and the pairs of words that follow one another.</summary>
internal static class CodingTerms
{
    private const int ShortestWord = 3;
    private const int ShortestStem = 4;

    /// <summary>Words that say nothing of what a text is about. "No" and "not" are among them: a theme takes both sides of its point.</summary>
    private static readonly FrozenSet<string> Stop =
        """
        about after again all also and any are arent because been before being both but can cannot could couldnt did didnt does doesnt doing done dont
        down during each even ever every few for from get gets getting give given goes going got had has hasnt have havent having her here hers him
        his how however into isnt its itself just like made make makes many may maybe more most much must nor not now off often once one only other
        our ours out over own please really same she should shouldnt since some such than that the their theirs them then there these they thing
        things this those though through too two under until upon use used using very want was wasnt way well were werent what when where which while
        who whom why will with within without wont would wouldnt yes yet you your yours
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each once.</summary>
    public static IReadOnlyCollection<string> Of(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        string? before = null;
        foreach (var word in Words(text))
        {
            if (word.Length == 0)
            {
                before = null;
                continue;
            }

            if (word.Length < ShortestWord || Stop.Contains(word))
                continue;

            var stem = Stem(word);
            terms.Add(stem);
            if (before is not null)
                terms.Add($"{before} {stem}");

            before = stem;
        }

        return terms;
    }

    /// <summary>A light stemmer: plurals, -ing, -ed and a last e. It need not be right, only the same for words that mean the same.</summary>
    internal static string Stem(string word)
    {
        var stem = word switch
        {
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
            [.., 'i', 'e', 's'] when word.Length > ShortestStem => $"{word[..^3]}y",
            [.., 's'] => word[..^1],
            _ => word,
        };
        stem = stem switch
        {
            [.., 'i', 'n', 'g'] when stem.Length >= ShortestStem + 3 => Single(stem[..^3]),
            [.., 'e', 'd'] when stem.Length >= ShortestStem + 2 => Single(stem[..^2]),
            _ => stem,
        };
        return stem.Length > ShortestStem && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    // "planning" and "planned" are of "plan"; "telling" is of "tell".
    private static string Single(string stem) => stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;

    /// <summary>In lower case, with an empty one where a sentence ends: words on both sides of it are no phrase.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                word.Append(char.ToLowerInvariant(c));
                continue;
            }

            if (c is '\'' or '’')
                continue;

            if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (c is '.' or '!' or '?' or ';' or ':' or '\n')
                yield return "";
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
