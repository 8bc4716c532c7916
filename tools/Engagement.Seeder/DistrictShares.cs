using Engagement.Common;

namespace Engagement.Seeder;

/// <summary>
/// How many of the children with special educational needs live in each district: made up, in the proportion of the districts' residents (mid-2020
/// estimates of the Office for National Statistics, rounded), to the county's total of 44,921. Two districts answer less often than they should.
/// </summary>
internal static class DistrictShares
{
    /// <summary>The answer of those who do not say where they live.</summary>
    public const string Unknown = "prefer-not-to-say";

    private const float UnknownShare = 0.18f;
    private const float UnderReached = 0.55f;
    private const string Dartford = "E07000107";
    private const string Thanet = "E07000114";

    private static readonly Dictionary<string, int> Children = new()
    {
        ["E07000105"] = 3_782,
        ["E07000106"] = 4_486,
        [Dartford] = 3_329,
        ["E07000108"] = 3_317,
        ["E07000112"] = 3_129,
        ["E07000109"] = 3_047,
        ["E07000110"] = 5_010,
        ["E07000111"] = 3_434,
        ["E07000113"] = 4_323,
        [Thanet] = 4_010,
        ["E07000115"] = 3_768,
        ["E07000116"] = 3_286,
    };

    /// <summary>Codes of the districts, in the order of their names.</summary>
    public static string[] Codes { get; } = [.. District.All.Select(district => district.Code)];

    /// <summary>Codes, then <see cref="Unknown"/>.</summary>
    public static string[] Answers { get; } = [.. Codes, Unknown];

    /// <summary>How often each of <see cref="Codes"/> is the place of an activity.</summary>
    public static float[] OfChildren { get; } = Shares(code => Children[code], 1);

    /// <summary>How often each of <see cref="Answers"/> is given.</summary>
    public static float[] OfAnswers { get; } =
        [.. Shares(code => Children[code] * (code is Thanet or Dartford ? UnderReached : 1), 1 - UnknownShare), UnknownShare];

    private static float[] Shares(Func<string, float> weight, float whole)
    {
        var sum = Codes.Sum(weight);
        return [.. Codes.Select(code => whole * weight(code) / sum)];
    }
}
