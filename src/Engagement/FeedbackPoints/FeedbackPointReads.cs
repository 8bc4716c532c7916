using Engagement.Common;
using EventStore;

namespace Engagement.FeedbackPoints;

/// <summary>Feedback points by month. Exact, so for officers: the public reads the releases of months.</summary>
public sealed class FeedbackPointReads(DocumentStore store)
{
    /// <param name="month">Any day of the month.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<MonthFigures> MonthAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var months = await MonthsAsync(month, month, cancellationToken);
        return months[0];
    }

    /// <summary>Each month from that of the first day to that of the last, in order; at most ten years.</summary>
    public async Task<IReadOnlyList<MonthFigures>> MonthsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        const int Most = 120;
        var (from, to) = (Collation.FirstDayOf(first), Collation.FirstDayOf(last));
        List<DateOnly> months = [];
        for (var month = from; month <= to && months.Count < Most; month = Collation.FirstDayAfter(month))
            months.Add(month);

        if (months.Count == 0)
            return [];

        var live = await LiveAsync(from, Collation.FirstDayAfter(months[^1]), cancellationToken);
        var collations = (await store.LoadManyAsync<CollationPage>([.. months.Select(Collation.IdFor)], cancellationToken)).ToDictionary(c => c.Month);
        return [.. months.Select(month => Figures(month, live[month], collations.GetValueOrDefault(month)))];
    }

    /// <summary>The five points of a month as they stand now, whatever was collated.</summary>
    internal async Task<IReadOnlyList<PointFigures>> LiveAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var first = Collation.FirstDayOf(month);
        return (await LiveAsync(first, Collation.FirstDayAfter(first), cancellationToken))[first];
    }

    private async Task<Dictionary<DateOnly, IReadOnlyList<PointFigures>>> LiveAsync(
        DateOnly from, DateOnly before, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select date_trunc('month', reached_on)::date, point, satisfaction, count(*)
            from engagement.feedback_points where reached_on >= $1 and reached_on < $2
            group by 1, 2, 3
            """,
            row => (
                Month: row.GetFieldValue<DateOnly>(0),
                Point: row.GetInt32(1),
                Satisfaction: row.IsDBNull(2) ? (Satisfaction?)null : Enum.Parse<Satisfaction>(row.GetString(2)),
                Count: (int)row.GetInt64(3)),
            cancellationToken,
            from,
            before);
        var byPoint = rows.ToLookup(row => (row.Month, row.Point));

        var figures = new Dictionary<DateOnly, IReadOnlyList<PointFigures>>();
        for (var month = from; month < before; month = Collation.FirstDayAfter(month))
        {
            figures[month] =
            [
                .. Point.All.Select(point => PointFigures.Of(
                    point,
                    byPoint[(month, point)].Sum(row => row.Count),
                    byPoint[(month, point)].Where(row => row.Satisfaction is not null).ToDictionary(row => row.Satisfaction!.Value, row => row.Count))),
            ];
        }

        return figures;
    }

    private static MonthFigures Figures(DateOnly month, IReadOnlyList<PointFigures> live, CollationPage? collation) =>
        new(month, collation?.Points ?? live, collation, collation is not null && !collation.Points.SequenceEqual(live));
}
