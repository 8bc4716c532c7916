namespace Engagement.Web.Staff.Results;

/// <summary>A statement over waves, by one voice.</summary>
/// <param name="Voice">Whose answers.</param>
/// <param name="Points">Oldest first.</param>
/// <param name="Table">The same as a table.</param>
public sealed record TrendSection(Voice Voice, IReadOnlyList<TrendPoint> Points, FigureTable Table)
{
    public bool HasBreak => Points.Any(point => point.Link is TrendLink.Breaks);

    internal static TrendSection Of(ResultInstrument instrument, AskedQuestion question, VoiceTrend trend) => new(
        trend.Voice,
        trend.Points,
        new FigureTable(
            $"trend-{trend.Voice.Key}",
            trend.Voice.Text,
            [
                new("wave", "Wave", IsNumber: false), new("opened", "Opened", IsNumber: false), new("version", "Version", OnPage: false), new("favourable_percent", "Confident"),
                new("interval", "95% interval", InFiles: false), new("interval_low", "", OnPage: false), new("interval_high", "", OnPage: false), new("change", "Change"),
                new("may_be_chance", "", OnPage: false), new("link", "Beside the wave before", IsNumber: false),
            ],
            [.. trend.Points.Select((point, index) => RowOf(instrument, question, index == 0 ? null : trend.Points[index - 1], point))]));

    private static IReadOnlyList<Figure> RowOf(ResultInstrument instrument, AskedQuestion question, TrendPoint? before, TrendPoint point)
    {
        var change = TrendChange.Of(before, point);
        return
        [
            Figure.Of(point.Wave?.Title ?? instrument.Title) with { Address = point.Wave is { } wave ? ResultsLinks.Question(wave.Id, question.Key) : null },
            Figure.Of(point.Wave is { } opened ? Dates.Machine(opened.OpensOn) : null) with { Text = point.Wave is { } day ? Dates.Text(day.OpensOn) : "" },
            Figure.Of(point.InstrumentVersion),
            Figure.Percent(point.Scale.Percentage) with { Mark = point.Scale is { NeedsCaution: true, Percentage: not null } ? "few" : null },
            ResultTables.Interval(point.Scale),
            Figure.Of(point.Scale.Low),
            Figure.Of(point.Scale.High),
            change?.ToFigure() ?? Figure.Empty,
            Figure.Of(point.MayBeChance is { } chance ? chance ? "yes" : "no" : null),
            Figure.Of(point.Link is { } link ? Words(link, before!.InstrumentVersion, point.InstrumentVersion) : null),
        ];
    }

    private static string Words(TrendLink link, int before, int now) => link switch
    {
        TrendLink.Breaks when before == now => "Not comparable: it was not asked in one of them",
        TrendLink.Breaks => $"Not comparable: version {now} asks something else than version {before}",
        TrendLink.JoinsWithMark => $"Comparable; version {now} has other words",
        _ => "Comparable",
    };
}
