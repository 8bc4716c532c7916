using System.Text;

namespace Engagement.Web.Staff.Charter;

/// <summary>A principle as it is typed: a line of its own, and below it a line with a hyphen for each criterion.</summary>
public sealed record TypedPrinciple(string Title, IReadOnlyList<string> Criteria);

/// <summary>The principles and criteria of an edition, typed or pasted into one field.</summary>
internal static class EditionWords
{
    private const int LongestKey = 40;

    private static readonly char[] Bullets = ['-', '–', '—', '•', '*', '·'];

    /// <summary>The principles in their order. A criterion above the first principle is left out.</summary>
    public static IReadOnlyList<TypedPrinciple> Read(string words)
    {
        var principles = new List<(string Title, List<string> Criteria)>();
        foreach (var line in words.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (!Bullets.Contains(line[0]))
                principles.Add((line, []));
            else if (principles is [.., var last] && line.TrimStart(Bullets).Trim() is { Length: > 0 } criterion)
                last.Criteria.Add(criterion);
        }

        return [.. principles.Select(one => new TypedPrinciple(one.Title, one.Criteria))];
    }

    /// <summary>The principles of the edition before that have the same title: what is offered as what it continues.</summary>
    public static IReadOnlyList<string> SameIn(Edition? before, TypedPrinciple principle) =>
        [.. before?.Principles.Where(one => string.Equals(one.Title, principle.Title, StringComparison.OrdinalIgnoreCase)).Select(one => one.Key) ?? []];

    /// <summary>
    /// A key for each principle: that of the one it continues, where it continues one alone, so that the rules of evidence go on; else one made of its title.
    /// </summary>
    public static IReadOnlyList<string> Keys(IReadOnlyList<(string Title, IReadOnlyList<string> Continues)> principles)
    {
        var keys = new List<string>();
        foreach (var (title, continues) in principles)
        {
            var wanted = continues is [var only] ? only : Slug(title);
            var key = wanted;
            for (var i = 2; keys.Contains(key); i++)
                key = $"{wanted}-{i}";
            keys.Add(key);
        }

        return keys;
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == LongestKey)
                break;
        }

        return slug.ToString().Trim('-') is { Length: > 0 } key ? key : "principle";
    }
}
