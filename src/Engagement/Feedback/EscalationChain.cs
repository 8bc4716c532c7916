namespace Engagement.Feedback;

/// <summary>Whom an overdue loop is taken to, one after another. Both are this project's choice and may be changed by an owner.</summary>
internal static class EscalationChain
{
    /// <summary>How long each group has before the next one hears of it.</summary>
    public const int DaysPerStep = 28;

    private static readonly string[] Groups =
    [
        "Workstream",
        "SEND Improvement Board",
        "0-25 Health and Wellbeing Board",
        "Kent County Council and Joint CCG Committee",
    ];

    /// <summary>The first step is 1; null above the top.</summary>
    public static string? At(int step) => step >= 1 && step <= Groups.Length ? Groups[step - 1] : null;

    /// <summary>The first day on which a loop that was due on a day is overdue enough for a step.</summary>
    /// <remarks>Never later than the last day there is: a promise for the end of time may be in the log, and must not stop those after it.</remarks>
    public static DateOnly DayOf(int step, DateOnly dueOn) =>
        DateOnly.FromDayNumber(Math.Min(dueOn.DayNumber + 1 + (step - 1) * DaysPerStep, DateOnly.MaxValue.DayNumber));
}
