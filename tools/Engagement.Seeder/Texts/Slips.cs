using Bogus;

namespace Engagement.Seeder.Texts;

/// <summary>Slips of the keyboard, as in real answers.</summary>
internal static class Slips
{
    private static readonly (string Right, string Wrong)[] Spellings =
    [
        ("because", "becuase"),
        ("definitely", "definately"),
        ("believe", "beleive"),
        ("separate", "seperate"),
        ("their", "thier"),
        ("appointment", "apointment"),
        ("until", "untill"),
        ("different", "diffrent"),
        ("assessment", "assesment"),
        ("really", "realy"),
        ("nobody", "no body"),
        ("would", "woud"),
        ("school", "shcool"),
        ("children", "childern"),
    ];

    public static string In(string text, Randomizer random) => random.Int(0, 4) switch
    {
        0 => Misspelt(text),
        1 => text.TrimEnd('.'),
        2 => char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.'),
        3 => text.Replace(" I ", " i ", StringComparison.Ordinal).Replace(", ", " ", StringComparison.Ordinal),
        _ => Swapped(text, random),
    };

    private static string Misspelt(string text)
    {
        foreach (var (right, wrong) in Spellings)
            text = text.Replace(right, wrong, StringComparison.Ordinal);

        return text;
    }

    /// <summary>Two letters inside a long word change places.</summary>
    private static string Swapped(string text, Randomizer random)
    {
        int[] places = [.. Enumerable.Range(2, Math.Max(0, text.Length - 4)).Where(i => text[(i - 2)..(i + 2)].All(char.IsAsciiLetterLower))];
        if (places.Length == 0)
            return text;

        var at = random.ArrayElement(places);
        return string.Concat(text.AsSpan(0, at - 1), [text[at], text[at - 1]], text.AsSpan(at + 1));
    }
}
