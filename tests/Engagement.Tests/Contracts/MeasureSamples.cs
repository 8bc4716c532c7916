using Engagement.Common;
using Engagement.Measures;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class MeasureSamples
{
    private static readonly StatementValue[] Statements = [new("P1", 210, 400), new("P2", 180, 390)];

    public static IReadOnlyList<object> All { get; } =
    [
        new MeasureDefined(
            "M1.1", 1, "Parents agree with the statements", "Parental surveys", "Six-monthly", "To be established", "% of parents", MeasureKind.Percentage, MeasureDirection.Higher,
            "subject to periodic review", "M2.2", "004.txt", ["Dec 2019", "Jun 2020"]),
        new BaselineSet(49.3m, 390, new DateOnly(2019, 6, 28), "SEND Improvement Board", "The first survey", Statements, WaveId),
        new BaselineRebased(47.1m, 380, new DateOnly(2019, 12, 20), "The questions were changed", "SEND Improvement Board"),
        new TargetSet("Dec 2019", TargetKind.ImproveByPercent, 20, "at least"),
        new TargetReviewed("Dec 2019", TargetKind.Reach, 55.5m, "at least", "After the first review"),
        new InterpretationApproved(ImprovementReading.Points, "SEND Improvement Board", "As the board meant it"),
        new StatementsNamed(InstrumentId, ["P1", "P2"], Audience.ParentsAndCarers, "primary"),
        new ActualReported("Dec 2019", 52.5m, 210, 400, "As published", Statements, WaveId),
        new MeetingsCounted("Q3 24-25", 5, 6, ["SEND Improvement Board"]),
        new ActualCorrected("Dec 2019", 51.9m, 206, 397, "Without doubles", Statements, "Three answered twice"),
        new RatingOverridden("Dec 2019", MeasureRating.Amber, "SEND Improvement Board", "The target is under review"),
    ];
}
