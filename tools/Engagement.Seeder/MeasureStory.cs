using Engagement.Common;
using Engagement.Measures;

namespace Engagement.Seeder;

/// <summary>
/// The measures of the Written Statement, with figures that were made up for some of them: one corrected, one baseline changed, one target reviewed, one rated
/// otherwise, and one that rests on too few people. The parents' surveys report theirs by themselves, and give four of them their baseline, two of these by phase of education.
/// </summary>
internal static class MeasureStory
{
    private const string Name = "measures";
    private const string Board = "SEND Improvement Board";

    private static readonly DateOnly Loaded = new(2019, 6, 3);

    private static readonly (string Measure, string Period, decimal? Value, int? Part, int? Whole)[] Figures =
    [
        ("M1.3", "Dec 2019", 1_610, null, null),
        ("M1.3", "Jun 2020", 2_480, null, null),
        ("M1.5", "Autumn 2019", null, 4_310, 9_270),
        ("M1.5", "Spring 2020", null, 4_590, 9_410),
        ("M3.1", "Autumn 2019", 8.4m, null, null),
        ("M3.1", "Spring 2020", 9.3m, null, null),
        ("M3.10", "Autumn 2019", 0.6m, null, null),
        ("M3.14a", "Dec 2019", null, 3, 8),
        ("M4.6", "2019", 32.5m, null, null),
        ("M6.2", "Autumn 2019", null, 212, 520),
        ("M6.2", "Spring 2020", null, 241, 540),
        ("M6.4", "Dec 2019", 31, null, null),
        ("M9.1", "Q3 19-20", null, 1_710, 9_050),
        ("M9.6", "Q3 19-20", 78, null, null),
    ];

    public static async Task TellAsync(Storyteller teller, StorySize size)
    {
        await teller.Measures.LoadAsync(new LoadMeasures(), AnalystOn(Loaded, Name), teller.CancellationToken);
        foreach (var (code, period, value, part, whole) in Figures)
        {
            var day = PeriodDates.Of(period)!.Value.Last.AddDays(20);
            await teller.Measures.ReportActualAsync(
                new ReportActual(LoadMeasures.IdOf(code), period, new ReportedFigure(value, part, whole, null)), AnalystOn(day, $"{Name}:{code}:{period}"), teller.CancellationToken);
        }

        await teller.Measures.CorrectActualAsync(
            new CorrectActual(LoadMeasures.IdOf("M6.2"), "Autumn 2019", new ReportedFigure(null, 205, 520, null), "Seven plans were counted in two districts"),
            AnalystOn(new DateOnly(2020, 2, 11), $"{Name}:correct"),
            teller.CancellationToken);
        await teller.Measures.RebaseAsync(
            new RebaseMeasure(LoadMeasures.IdOf("M9.6"), 74, null, new DateOnly(2019, 9, 30), "Waits for repairs are counted from now on", Board),
            AnalystOn(new DateOnly(2020, 1, 14), $"{Name}:rebase"),
            teller.CancellationToken);
        await teller.Measures.ReviewTargetAsync(
            new ReviewTarget(LoadMeasures.IdOf("M6.4"), "Apr 2020", new WantedTarget(TargetKind.Reach, 28, null, false, false), "A new way to complain was opened, and more people use it"),
            AnalystOn(new DateOnly(2020, 2, 4), $"{Name}:review"),
            teller.CancellationToken);
        await teller.Measures.OverrideRatingAsync(
            new OverrideRating(LoadMeasures.IdOf("M1.3"), "Dec 2019", MeasureRating.Amber, Board, "The old page still sent half of the visitors on"),
            AnalystOn(new DateOnly(2020, 2, 4), $"{Name}:rate"),
            teller.CancellationToken);
        if (size.WavePercent == 0)
            return;

        await NameAsync(teller, "M1.1", ["P1", "P2", "P3"], Audience.ParentsAndCarers);
        await NameAsync(teller, "M1.2", ["P3"], Audience.ParentsAndCarers);
        await NameAsync(teller, "M2.1", ["P4"], Audience.ParentsAndCarers);
        await NameAsync(teller, "M3.12", ["P1", "P2"], Audience.ParentsAndCarers, "primary");
        await NameAsync(teller, "M3.13", ["P1", "P2"], Audience.ParentsAndCarers, "secondary");
        foreach (var code in new[] { "M1.1", "M2.1", "M3.12", "M3.13" })
        {
            await teller.Measures.TakeBaselineFromWaveAsync(
                new TakeBaselineFromWave(LoadMeasures.IdOf(code), WrittenStatementWaves.FirstId, Board),
                AnalystOn(new DateOnly(2019, 7, 15), $"{Name}:{code}:baseline"),
                teller.CancellationToken);
        }

        await teller.Measures.ApproveInterpretationAsync(
            new ApproveInterpretation(LoadMeasures.IdOf("M1.1"), ImprovementReading.Relative, Board, "The board meant a part of the baseline"),
            AnalystOn(new DateOnly(2019, 9, 10), $"{Name}:reading"),
            teller.CancellationToken);
    }

    private static Task NameAsync(Storyteller teller, string code, IReadOnlyList<string> statements, Audience audience, string? phase = null) => teller.Measures.NameStatementsAsync(
        new NameStatements(LoadMeasures.IdOf(code), WrittenStatementWaves.InstrumentId, statements, audience, phase),
        AnalystOn(Loaded.AddDays(7), $"{Name}:{code}:statements"),
        teller.CancellationToken);

    private static CommandContext AnalystOn(DateOnly day, string name) => Storyteller.OfficerOn(day, name) with { ActorRole = "analyst" };
}
