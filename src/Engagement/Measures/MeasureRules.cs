using Engagement.Common;

namespace Engagement.Measures;

/// <summary>What several commands ask of a measure.</summary>
internal static class MeasureRules
{
    public static Refusal PeriodUnknown { get; } = new("PERIOD_UNKNOWN", "Choose one of the periods of this measure", "period");

    /// <summary>What is wrong with a value of a measure, on its own.</summary>
    public static Refusal? Check(MeasureRecord measure, decimal value, string field)
    {
        if (measure.Kind == MeasureKind.Percentage && value is (< 0 or > 100))
            return new Refusal("PERCENTAGE_INVALID", "Enter a percentage between 0 and 100", field);

        return Math.Abs(value) > 1_000_000_000 ? new Refusal("VALUE_TOO_LARGE", "Enter a number below 1,000,000,000", field) : null;
    }

    /// <summary>What is wrong with words that have to be there.</summary>
    public static Refusal? Words(string words, string code, string message, string field, int limit = CleanText.ParagraphLimit) =>
        words.Length == 0 ? new Refusal(code, message, field) : CleanText.TooLong(words, limit, field);

    public static Refusal? ApprovedBy(string role) =>
        Words(role, "APPROVED_BY_MISSING", "Enter the role that approved it", "approvedByRole", CleanText.LineLimit);
}
