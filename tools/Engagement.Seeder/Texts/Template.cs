using System.Text.RegularExpressions;
using Bogus;

namespace Engagement.Seeder.Texts;

/// <summary>Fills the gaps of a sentence.</summary>
internal static partial class Template
{
    /// <param name="template">A sentence of the bank.</param>
    /// <param name="words">What is settled already, such as the child; what else is chosen is added, so that a text does not contradict itself.</param>
    /// <param name="random">Chooses.</param>
    public static string Fill(string template, IDictionary<string, string> words, Randomizer random)
    {
        var chosen = Alternatives().Replace(template, match => random.ArrayElement(match.Groups[1].Value.Split('|')));
        return Names().Replace(chosen, match => Part(match.Groups[1].Value, words, random));
    }

    public static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Part(string name, IDictionary<string, string> words, Randomizer random)
    {
        var key = char.ToLowerInvariant(name[0]) + name[1..];
        if (!words.TryGetValue(key, out var part))
        {
            part = random.ArrayElement(TextBank.Instance.Parts[key]);
            if (!Varies(key))
                words.Add(key, part);
        }

        return char.IsUpper(name[0]) ? Capitalised(part) : part;
    }

    /// <summary>A text may tell of two waits, but not of two conditions of one child.</summary>
    private static bool Varies(string key) => key is not ("need" or "needI" or "youngAge" or "youngSetting");

    [GeneratedRegex(@"\[([^\]]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
