using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Corrects what came of a period. What was first published stays beside it.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Period">The period, as the measure calls it.</param>
/// <param name="Figure">What came of it, as it is known now.</param>
/// <param name="Reason">Why it is corrected.</param>
public sealed record CorrectActual(Guid MeasureId, string Period, ReportedFigure Figure, string Reason)
{
    public static Decision Decide(CorrectActual command, Measure measure)
    {
        var period = CleanText.OneLine(command.Period);
        var reason = CleanText.Of(command.Reason);
        if (measure.Record.ActualOf(period) is null)
            return Decision.Refuse("NOTHING_REPORTED", "Nothing is reported for this period yet", "period");

        var figure = command.Figure;
        return (figure.Check(measure.Record) ?? MeasureRules.Words(reason, "REASON_MISSING", "Say why the figure is corrected", "reason")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new ActualCorrected(period, figure.ValueOf(measure.Record), figure.Part, figure.Whole, figure.Words, [], reason));
    }
}
