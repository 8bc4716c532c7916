using Engagement.Releases;

namespace Engagement.FeedbackPoints;

/// <summary>One point in one month as a policy of disclosure lets it be seen; null where a figure is hidden.</summary>
/// <param name="Point">Which of the five steps.</param>
/// <param name="Reached">How many cases reached it.</param>
/// <param name="Rated">How many of their families said anything of it.</param>
/// <param name="Coverage">In percent.</param>
/// <param name="Ratings">By the scale's order; null where none of it may be shown.</param>
/// <param name="NetSatisfaction">In points of percent, from -100 to +100.</param>
/// <param name="NeedsCaution">Whether it rests on few families.</param>
public sealed record ShownPoint(
    int Point, int? Reached, int? Rated, decimal? Coverage, IReadOnlyList<int?>? Ratings, decimal? NetSatisfaction, bool NeedsCaution)
{
    public static ShownPoint Of(PointFigures figures, DisclosurePolicy policy)
    {
        var (ratings, reached, rated) = (policy.Show([.. figures.Ratings.Select(r => r.Count)]), policy.Lone(figures.Reached), policy.Lone(figures.Rated));
        var onTheScale = figures.Ratings.Where(r => r.Satisfaction != Satisfaction.NotSure).Sum(r => r.Count);
        return new ShownPoint(
            figures.Point,
            reached,
            rated,
            reached is null || rated is null ? null : policy.Percentage(figures.Rated, figures.Reached),
            ratings is { Counts: var counts } && !IsOneRating(figures, policy) ? counts : null,
            ShownNet(figures, onTheScale, policy),
            policy.NeedsCaution(figures.Rated));
    }

    // All of a few families with one rating: that tells what each of them said.
    private static bool IsOneRating(PointFigures figures, DisclosurePolicy policy) =>
        figures.Rated < policy.LeastBaseOfAllOrNone && figures.Ratings.Any(r => r.Count == figures.Rated);

    private static decimal? ShownNet(PointFigures figures, int onTheScale, DisclosurePolicy policy)
    {
        if (figures.NetSatisfaction is not { } net || onTheScale < policy.LeastBase)
            return null;

        return Math.Abs(net) == 100 && onTheScale < policy.LeastBaseOfAllOrNone
            ? null
            : Math.Round(net, policy.PercentageDecimals, MidpointRounding.AwayFromZero);
    }
}
