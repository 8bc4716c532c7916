using Engagement.Web.Documents;

namespace Engagement.Web.Developers;

/// <summary>An operation that answers a real question, to begin from. Its file begins with the question and whom it is for.</summary>
/// <param name="Name">The operation's name.</param>
/// <param name="Question">What it answers.</param>
/// <param name="Role">The role that may ask it; null when anyone may.</param>
/// <param name="Document">The operation, with the question above it.</param>
public sealed record Example(string Name, string Question, string? Role, string Document)
{
    private const string Folder = "Developers/Examples/";
    private const string Anyone = "anyone";

    /// <summary>All of them, those that anyone may ask first.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        .. GraphQLDocument.All.Where(document => document.Key.StartsWith(Folder, StringComparison.Ordinal))
            .Select(document => Read(Path.GetFileNameWithoutExtension(document.Key), document.Value))
            .OrderBy(example => example.Role is not null)
            .ThenBy(example => example.Name, StringComparer.Ordinal),
    ];

    private static Example Read(string name, string document)
    {
        var lines = document.Split('\n');
        var role = Comment(lines[1])["For ".Length..].TrimEnd('.');
        return new Example(name, Comment(lines[0]), role == Anyone ? null : role, document.Trim());
    }

    private static string Comment(string line) => line.TrimStart('#', ' ').Trim();
}
