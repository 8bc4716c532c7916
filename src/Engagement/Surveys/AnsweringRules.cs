using Engagement.Common;

namespace Engagement.Surveys;

internal static class AnsweringRules
{
    /// <summary>Why a survey takes no answers on a day; null while it does.</summary>
    public static Refusal? CheckOpen(WaveSheet wave, DateOnly today) => wave.StateOn(today) switch
    {
        // Not another code: clients that know only "closed" must still show that nothing can be sent.
        WaveState.Closed when wave.IsPaused => new Refusal(
            "WAVE_CLOSED", "This survey is paused. You can answer again when it is resumed, and will have as many days as before."),
        WaveState.Closed => new Refusal(
            "WAVE_CLOSED", "This survey has closed. You can still tell us by e-mail or post, shown on the consultation's page."),
        WaveState.Coming => new Refusal(
            "WAVE_NOT_OPEN_YET", $"This survey has not opened yet. You can answer from {LondonCalendar.Text(wave.OpensOn)}."),
        _ => null,
    };
}
