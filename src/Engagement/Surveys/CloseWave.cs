using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Records that a wave ended with its consultation. It may not end before it: people were promised the last day.</summary>
public sealed record CloseWave(Guid WaveId)
{
    public static Decision Decide(Wave wave, WaveSheet sheet, DateOnly today)
    {
        if (wave.IsClosed)
            return Decision.Refuse("NOT_OPEN", "This survey has already been closed");

        return sheet.StateOn(today) == WaveState.Closed
            ? Decision.To(new WaveClosed(sheet.ClosesOn))
            : Decision.Refuse("CLOSING_DATE_EARLIER", "This survey closes with its consultation and cannot be closed before it");
    }
}
