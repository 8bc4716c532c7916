using System.Globalization;

namespace GraphQL.Tests.Oracle;

/// <summary>
/// Where random cases come from: always the same, so that a run can be relied on, unless GRAPHQL_SEED names another beginning and
/// GRAPHQL_CASES more of them. Each case has a seed of its own, which is told when it fails.
/// </summary>
internal static class Seed
{
    /// <summary>The seeds of so many cases.</summary>
    public static IEnumerable<int> Of(int cases)
    {
        var first = Read("GRAPHQL_SEED", 1);
        return Enumerable.Range(0, Read("GRAPHQL_CASES", cases)).Select(index => unchecked(first + index));
    }

    /// <summary>Says which case a failure belongs to.</summary>
    public static string Tell(int seed, string text) => $"GRAPHQL_SEED={seed} GRAPHQL_CASES=1\n{text}";

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
