using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>From now on the wave asks the newest version. Whoever has answered keeps the version they answered.</summary>
/// <param name="WaveId">The survey.</param>
public sealed record ChangeWaveVersion(Guid WaveId)
{
    public static Decision Decide(Wave wave, WaveSheet sheet, Instrument instrument, DateOnly today)
    {
        if (sheet.StateOn(today) == WaveState.Closed)
            return Decision.Refuse("NOT_OPEN", "This survey has closed. The new version is for the next wave");

        return instrument.PublishedVersion is { } newest && newest != wave.InstrumentVersion
            ? Decision.To(new WaveVersionChanged(newest))
            : Decision.Nothing;
    }
}
