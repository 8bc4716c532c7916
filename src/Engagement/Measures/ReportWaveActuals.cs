using Engagement.Common;
using Messaging;

namespace Engagement.Measures;

/// <summary>The message that a survey wave has closed, so that the measures made of its statements can be reported.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="At">When it closed, which is when they count as reported, however late this is handled.</param>
[MessageIdentity("report_wave_actuals")]
public sealed record ReportWaveActuals(Guid WaveId, DateTimeOffset At)
{
    private const string ClosedAgain = "The survey was reopened, and has closed again";

    public static Decision Decide(AnsweredWave wave, Measure measure)
    {
        if (wave.Value is not { } value || PeriodDates.Containing(measure.Record.Periods, wave.ClosedOn) is not { } period)
            return Decision.Nothing;

        // Of several statements there is no one part and whole: the mean is to be trusted by the smallest of them.
        int? part = wave.Parts is [var only] ? only.Part : null;
        return measure.Record.ActualOf(period) switch
        {
            null => Decision.To(new ActualReported(period, value, part, wave.Smallest, null, wave.Parts, wave.WaveId)),
            // What a person has entered stays.
            { IsFromSurvey: true } before when !before.Parts.SequenceEqual(wave.Parts) =>
                Decision.To(new ActualCorrected(period, value, part, wave.Smallest, null, wave.Parts, ClosedAgain)),
            _ => Decision.Nothing,
        };
    }
}
