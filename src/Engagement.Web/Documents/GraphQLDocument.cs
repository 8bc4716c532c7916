using System.Reflection;

namespace Engagement.Web.Documents;

/// <summary>The <c>.graphql</c> files that lie beside the pages.</summary>
public static class GraphQLDocument
{
    private const string Prefix = "graphql/";
    private static readonly Assembly Assembly = typeof(GraphQLDocument).Assembly;

    /// <summary>Every document by its path, for example <c>Home/Home.graphql</c>.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), ReadResource, StringComparer.Ordinal);

    public static string Read(string path) => All[path];

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
