using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Records that a wave ended on its last day. It may not end before it: people were promised the last day.</summary>
public sealed record CloseWave(Guid WaveId)
{
    public static Decision Decide(Wave wave, WaveSheet sheet, DateOnly today)
    {
        if (wave.IsClosed)
            return Decision.Refuse("NOT_OPEN", "This survey has already been closed");

        if (sheet.IsPaused)
            return Decision.Refuse("NOT_OPEN", "This survey is paused with its consultation. Resume that first: people are owed the days of the pause");

        if (sheet.StateOn(today) == WaveState.Closed)
            return Decision.To(new WaveClosed(sheet.ClosesOn));

        return sheet.ConsultationId is null
            ? Decision.Refuse("CLOSING_DATE_EARLIER", "People were promised the last day. This survey cannot be closed before it")
            : Decision.Refuse("CLOSING_DATE_EARLIER", "This survey closes with its consultation and cannot be closed before it");
    }
}
