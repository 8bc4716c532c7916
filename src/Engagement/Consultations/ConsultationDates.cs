using Engagement.Common;

namespace Engagement.Consultations;

internal static class ConsultationDates
{
    private const int YearsAhead = 5;

    /// <summary>A closing date years from now is a slip of the keyboard.</summary>
    public static Refusal? TooFar(DateOnly closesOn, DateOnly today) => closesOn > today.AddYears(YearsAhead)
        ? new Refusal("DATE_TOO_FAR", "Enter a closing date within the next 5 years", "closesOn")
        : null;
}
