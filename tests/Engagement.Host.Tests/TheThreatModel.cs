using System.Text.RegularExpressions;
using Tests.Shared;

namespace Engagement.Host.Tests;

/// <summary>SECURITY.md names a test for each threat, or says why there is none.</summary>
public sealed partial class TheThreatModel
{
    private static readonly string[] Rows =
        [.. File.ReadLines(Path.Combine(Repository.Folder, "SECURITY.md")).Where(line => Threat().IsMatch(line))];

    [Fact]
    public void Every_threat_has_a_test_or_a_reason()
    {
        Rows.Length.ShouldBeGreaterThan(30);
        foreach (var row in Rows)
        {
            var proof = row.Split('|')[^2].Trim();
            (proof.StartsWith("reason: ", StringComparison.Ordinal) || Named().IsMatch(proof)).ShouldBeTrue(row);
        }
    }

    [Fact]
    public void Every_test_that_it_names_is_there()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Folder, "tests"), "*.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        foreach (var named in Rows.SelectMany(row => Named().Matches(row)))
        {
            var (specification, test) = (named.Groups["class"].Value, named.Groups["test"].Value);
            sources[specification].Any(source => source.Contains($" {test}(", StringComparison.Ordinal)).ShouldBeTrue($"{specification}.{test}");
        }
    }

    [GeneratedRegex(@"^\| [STRIDE] \|")]
    private static partial Regex Threat();

    [GeneratedRegex(@"`(?<class>\w+)\.(?<test>\w+)`")]
    private static partial Regex Named();
}
