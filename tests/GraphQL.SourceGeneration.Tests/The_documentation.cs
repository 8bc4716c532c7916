using System.Text.RegularExpressions;
using Tests.Shared;

namespace GraphQL.SourceGeneration.Tests;

/// <summary>The samples of the README and of the pages beside it. The C# of one page is one application, a file for each sample.</summary>
public sealed partial class The_documentation
{
    public static TheoryData<string> Pages { get; } =
        ["README.md", .. Directory.GetFiles(Path.Combine(Folder, "docs"), "*.md").Select(page => Path.GetRelativePath(Folder, page)).Order()];

    private static string Folder => Path.Combine(Repository.Folder, "src", "GraphQL");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Has_samples_that_compile(string page)
    {
        var samples = CSharp().Matches(File.ReadAllText(Path.Combine(Folder, page))).Select(match => match.Groups["code"].Value).ToList();

        samples.ShouldNotBeEmpty();
        GeneratedSchema.Build("My.App", samples).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_to_pages_that_there_are(string page)
    {
        var path = Path.Combine(Folder, page);
        var links = Link().Matches(File.ReadAllText(path)).Select(match => match.Groups["to"].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));

        links.Where(link => !File.Exists(Path.Combine(Path.GetDirectoryName(path)!, link))).ShouldBeEmpty();
    }

    [GeneratedRegex("^```csharp\\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"\]\((?<to>[^)#]+)")]
    private static partial Regex Link();
}
