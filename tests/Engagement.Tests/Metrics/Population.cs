using Engagement.Common;
using Engagement.Metrics;

namespace Engagement.Tests.Metrics;

/// <summary>The county's 44,921 children with special educational needs; the split by district is synthetic.</summary>
internal static class Population
{
    private static readonly int[] ByDistrict = [3_782, 4_486, 3_329, 3_317, 3_129, 3_047, 5_010, 3_434, 4_323, 4_010, 3_768, 3_286];

    public static LoadDenominatorSet Children { get; } = new(
        "Children with special educational needs",
        "Draft SEND Strategy 2025-28",
        new DateOnly(2024, 1, 18),
        "With education, health and care plans",
        ByDistrict.Sum(),
        [.. District.All.Zip(ByDistrict, (district, count) => new DenominatorGroup(DenominatorDimension.District, district.Code, count))]);
}
