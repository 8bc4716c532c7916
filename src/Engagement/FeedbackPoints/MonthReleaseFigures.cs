using Engagement.Releases;
using EventStore;

namespace Engagement.FeedbackPoints;

/// <summary>A collated month for a release: at each step the cases that reached it, by what their families said of it.</summary>
internal sealed class MonthReleaseFigures(DocumentStore store) : IReleaseFigures
{
    private const string NotRated = "NotRated";

    public ReleaseKind Kind => ReleaseKind.FeedbackPointMonth;

    public async Task<IReadOnlyList<CountTable>?> TablesAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await moment.FoldAsync<Collation>(session, Collation.IdFor(subject.Month.GetValueOrDefault()), cancellationToken) is { } month
            ? [.. month.Points.Select(TableOf)]
            : null;
    }

    // What families said of a step is the case's, not a person's own: nobody takes it back.
    public Task<bool> AnyTakenBackSinceAsync(ReleaseSubject subject, LogMoment moment, CancellationToken cancellationToken) => Task.FromResult(false);

    internal static CountTable TableOf(PointFigures point) => CountTable.Line(
        $"point {point.Point}",
        $"point {point.Point}",
        "satisfaction",
        [.. point.Ratings.Select(r => r.Satisfaction.ToString()), NotRated],
        [.. point.Ratings.Select(r => r.Count), point.Reached - point.Rated]) with
    {
        NoAnswer = NotRated,
    };
}
