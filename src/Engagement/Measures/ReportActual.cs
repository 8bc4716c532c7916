using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Reports what came of a period.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Period">The period, as the measure calls it.</param>
/// <param name="Figure">What came of it.</param>
public sealed record ReportActual(Guid MeasureId, string Period, ReportedFigure Figure)
{
    public static Decision Decide(ReportActual command, Measure measure)
    {
        var period = CleanText.OneLine(command.Period);
        if (!measure.Record.Periods.Contains(period))
            return Decision.Refuse(MeasureRules.PeriodUnknown);

        if (measure.Record.ActualOf(period) is not null)
            return Decision.Refuse("ACTUAL_REPORTED", "This period has a figure. Correct it, with the reason", "period");

        var figure = command.Figure;
        return figure.Check(measure.Record) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new ActualReported(period, figure.ValueOf(measure.Record), figure.Part, figure.Whole, figure.Words, [], null));
    }
}
