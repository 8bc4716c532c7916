using Engagement.FeedbackPoints;

namespace Engagement.Tests.Contracts;

internal static class FeedbackPointSamples
{
    private static readonly DateOnly Month = new(2019, 6, 1);

    public static IReadOnlyList<object> All { get; } =
    [
        new CaseReachedPoint("5d41402abc4b2a76b9719d911017c592ae3bf4f1b2b0b822cd15d6c15b0f00a0", 4, new DateOnly(2019, 6, 12)),
        new SatisfactionGiven(4, Satisfaction.FullySatisfied),
        new MonthCollated(Month, [new PointFigures(4, 5, [new RatingCount(Satisfaction.FullySatisfied, 4)])]),
        new CollationCorrected(Month, [new PointFigures(4, 6, [new RatingCount(Satisfaction.FullySatisfied, 4)])], "A case was recorded late"),
    ];
}
