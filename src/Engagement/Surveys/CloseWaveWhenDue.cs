using Engagement.Common;
using Messaging;

namespace Engagement.Surveys;

/// <summary>
/// The message that the last day of a wave may be over. Where its date has moved since, or its consultation is paused, nothing happens: that
/// change sends a message of its own.
/// </summary>
/// <param name="WaveId">The wave.</param>
/// <param name="At">When it ends, which is when the close counts as having happened, however late this is handled.</param>
[MessageIdentity("close_wave")]
public sealed record CloseWaveWhenDue(Guid WaveId, DateTimeOffset At)
{
    public static Decision Decide(Wave wave, WaveSheet sheet, DateOnly today) =>
        CloseWave.Decide(wave, sheet, today) is { Refusal: null } due ? due : Decision.Nothing;
}
