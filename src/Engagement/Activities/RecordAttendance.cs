using Engagement.Common;

namespace Engagement.Activities;

/// <summary>Who was there. Those who are identified and those who were only counted are never the same people.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Identified">The pseudonyms of those who are known.</param>
/// <param name="HeadCount">How many more were there.</param>
/// <param name="CorrectedBecause">Why an earlier record was wrong; needed when there is one.</param>
public sealed record RecordAttendance(Guid ActivityId, IReadOnlyList<Guid> Identified, int HeadCount, string? CorrectedBecause)
{
    private const int Most = 10_000;

    public static Decision Decide(RecordAttendance command, Activity activity, DateOnly today)
    {
        if (activity.State == ActivityState.Planned && activity.OnDay > today)
        {
            return Decision.Refuse(
                "ATTENDANCE_TOO_EARLY", $"This activity is on {LondonCalendar.Text(activity.OnDay)}. Attendance can be recorded on that day or later");
        }

        if (ActivityRules.WasHeld(activity) is { } refusal)
            return Decision.Refuse(refusal);

        Guid[] identified = [.. command.Identified.Distinct()];
        if (command.HeadCount is < 0 or > Most || identified.Length > Most)
            return Decision.Refuse("COUNT_INVALID", "Enter how many people were there, from 0 to 10,000", "headCount");

        if (activity.Attendance is { } earlier && earlier.HeadCount == command.HeadCount && earlier.Identified.SequenceEqual(identified))
            return Decision.Nothing;

        var because = CleanText.OrNull(command.CorrectedBecause);
        if (activity.Attendance is not null && because is null)
        {
            return Decision.Refuse(
                "CORRECTION_UNEXPLAINED", "Attendance has been recorded. To correct it, say why the first record was wrong", "correctedBecause");
        }

        return CleanText.TooLong(because, CleanText.ParagraphLimit, "correctedBecause") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new AttendanceRecorded(identified, command.HeadCount, activity.Attendance is null ? null : because));
    }
}
