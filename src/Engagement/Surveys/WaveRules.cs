using Engagement.Common;

namespace Engagement.Surveys;

internal static class WaveRules
{
    private static Refusal HasDatesOfConsultation { get; } = new(
        "DATES_OF_CONSULTATION", "This survey has the dates of its consultation. Extend the consultation instead");

    public static Refusal NotOpened { get; } = new("NOT_OPEN", "Open this survey first");

    /// <summary>Whether a wave is open, or was, and has dates of its own that can be moved.</summary>
    public static Refusal? CheckOwnDates(Wave wave)
    {
        if (wave.ConsultationId is not null)
            return HasDatesOfConsultation;

        return wave.IsOpened ? null : NotOpened;
    }

    public static Refusal? CheckReason(string reason, string message) => reason.Length == 0
        ? new Refusal("REASON_REQUIRED", message, "reason")
        : CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason");
}
