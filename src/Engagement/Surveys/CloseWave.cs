using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>
/// Records that a wave ended on its last day. It may not end before it: people were promised the last day. It happens by itself, see
/// <see cref="CloseWaveWhenDue"/>; who asks for it as well asks for what is so.
/// </summary>
/// <param name="WaveId">The survey.</param>
public sealed record CloseWave(Guid WaveId)
{
    public static Decision Decide(Wave wave, WaveSheet sheet, DateOnly today)
    {
        // It closes again where its consultation was given more days after the end that is recorded.
        if (wave.ClosedOn >= sheet.LastDay())
            return Decision.Nothing;

        if (sheet.IsPaused)
            return Decision.Refuse("NOT_OPEN", "This survey is paused with its consultation. Resume that first: people are owed the days of the pause");

        if (sheet.StateOn(today) == WaveState.Closed)
            return Decision.To(new WaveClosed(sheet.LastDay()));

        return sheet.ConsultationId is null
            ? Decision.Refuse("CLOSING_DATE_EARLIER", "People were promised the last day. This survey cannot be closed before it")
            : Decision.Refuse("CLOSING_DATE_EARLIER", "This survey closes with its consultation and cannot be closed before it");
    }
}
