using Engagement.Metrics;

namespace Engagement.Tests.Contracts;

internal static class MetricsSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new DenominatorSetLoaded(
            "Children with special educational needs, 2019",
            "School census, January 2019",
            new DateOnly(2019, 1, 17),
            "With education, health and care plans",
            44_921,
            [new DenominatorGroup(DenominatorDimension.District, "E07000114", 5_107), new DenominatorGroup(DenominatorDimension.Phase, "primary", 21_350)]),
    ];
}
