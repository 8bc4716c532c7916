using System.Reflection;
using System.Text.RegularExpressions;

namespace Engagement.Web.Documents;

/// <summary>
/// The <c>.graphql</c> files that lie beside the pages: an operation each, or a fragment that several operations select, in a file of its name. An
/// operation that spreads one is given it, and what that spreads.
/// </summary>
public static partial class GraphQLDocument
{
    private const string Prefix = "graphql/";
    private static readonly Assembly Assembly = typeof(GraphQLDocument).Assembly;

    private static readonly Dictionary<string, string> Files = Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), ReadResource, StringComparer.Ordinal);

    /// <summary>Every fragment that has a file, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Fragments { get; } = Files.Where(file => IsFragment(file.Value))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Key), file => file.Value, StringComparer.Ordinal);

    /// <summary>Every operation by its path, for example <c>Home/Home.graphql</c>, with its fragments.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Files.Where(file => !IsFragment(file.Value))
        .ToDictionary(file => file.Key, file => WithFragments(file.Value), StringComparer.Ordinal);

    public static string Read(string path) => All[path];

    private static bool IsFragment(string text) => text.StartsWith("fragment ", StringComparison.Ordinal);

    private static string WithFragments(string operation)
    {
        List<string> texts = [operation];
        HashSet<string> known = [];
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var name in Spread().Matches(texts[i]).Select(match => match.Groups[1].Value))
            {
                if (Fragments.TryGetValue(name, out var fragment) && known.Add(name))
                    texts.Add(fragment);
            }
        }

        return string.Join('\n', texts);
    }

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\.\.\.\s*(\w+)")]
    private static partial Regex Spread();
}
