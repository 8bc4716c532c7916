using Engagement.Common;
using Engagement.FeedbackPoints;
using EventStore;

namespace Engagement.Metrics;

/// <summary>How many families were asked and answered at each step of the assessment, as at any moment.</summary>
public sealed class FeedbackPointFigureReads(DocumentStore store)
{
    /// <summary>The five points over the cases that came to them from the first day to the last. The headline is the least covered point.</summary>
    public async Task<FeedbackPointFigures> OfAsync(DateOnly from, DateOnly to, DateTimeOffset? asAt, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select point, case when rated_at <= $1 then satisfaction end, count(*)
            from engagement.feedback_point_facts
            where recorded_at <= $1 and reached_on between $2 and $3
            group by 1, 2
            """,
            row => (
                Point: row.GetInt32(0),
                Satisfaction: row.IsDBNull(1) ? (Satisfaction?)null : Enum.Parse<Satisfaction>(row.GetString(1)),
                Count: (int)row.GetInt64(2)),
            cancellationToken,
            FactFilter.Moment(asAt),
            from,
            to);
        var byPoint = rows.ToLookup(row => row.Point);
        return new FeedbackPointFigures(
        [
            .. Point.All.Select(point => PointFigures.Of(
                point,
                byPoint[point].Sum(row => row.Count),
                byPoint[point].Where(row => row.Satisfaction is not null).ToDictionary(row => row.Satisfaction!.Value, row => row.Count))),
        ]);
    }
}

/// <summary>How many families were asked and answered at each step of the assessment.</summary>
/// <param name="Points">All five.</param>
public sealed record FeedbackPointFigures(IReadOnlyList<PointFigures> Points)
{
    /// <summary>In percent; null where no case came to any point.</summary>
    public decimal? HeadlineCoverage => PointFigures.HeadlineCoverage(Points);
}
