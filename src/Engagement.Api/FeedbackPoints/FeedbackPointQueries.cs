using Engagement.Api.Authorization;
using Engagement.FeedbackPoints;
using GraphQL;

namespace Engagement.Api.FeedbackPoints;

[QueryType]
public static partial class FeedbackPointQueries
{
    /// <summary>
    /// The five feedback points of the statutory assessment, month by month: as collated, or as they stand while a month is open. Exact figures, so for
    /// staff only.
    /// </summary>
    /// <param name="from">Any day of the first month.</param>
    /// <param name="to">Any day of the last month; at most ten years are given.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<IReadOnlyList<MonthFigures>> GetFeedbackPointMonthsAsync(
        DateOnly from, DateOnly to, FeedbackPointReads reads, CancellationToken cancellation) =>
        reads.MonthsAsync(from, to, cancellation);
}

[ObjectType<MonthFigures>, GraphQLName("FeedbackPointMonth"), Authorize(Permissions.ReadMetrics)]
public static partial class FeedbackPointMonthNode;

[ObjectType<CollationPage>, GraphQLName("Collation"), GraphQLIgnore(nameof(CollationPage.Id), nameof(CollationPage.Month), nameof(CollationPage.Points)), Authorize(Permissions.ReadMetrics)]
public static partial class CollationNode;

[ObjectType<PointFigures>, GraphQLName("FeedbackPointCounts"), Authorize(Permissions.ReadMetrics)]
public static partial class FeedbackPointCountsNode;
