using Engagement.Common;

namespace Engagement.Surveys;

internal static class WaveDates
{
    private const int YearsAhead = 5;

    /// <summary>The last day of a wave that has its own dates.</summary>
    public static Refusal? Check(DateOnly closesOn, DateOnly noEarlierThan, DateOnly today)
    {
        if (closesOn < noEarlierThan)
            return new Refusal("CLOSING_DATE_EARLIER", "Choose a closing date on or after the opening date", "closesOn");

        return closesOn > today.AddYears(YearsAhead)
            ? new Refusal("DATE_TOO_FAR", "Enter a closing date within the next 5 years", "closesOn")
            : null;
    }
}
