using Engagement.Common;

namespace Engagement.FeedbackPoints;

/// <summary>Closes a month: its figures are then what was known at that moment.</summary>
/// <param name="Month">Any day of it.</param>
public sealed record CollateMonth(DateOnly Month)
{
    internal static Refusal AlreadyThere { get; } = new(
        "MONTH_ALREADY_COLLATED", "This month has been collated. Correct it and say why", "month");

    public static Decision Decide(CollateMonth command, IReadOnlyList<PointFigures> points, DateOnly today)
    {
        var month = Collation.FirstDayOf(command.Month);
        return today < Collation.FirstDayAfter(month)
            ? Decision.Refuse("MONTH_NOT_OVER", "This month is not over yet. Collate it from the first day of the next", "month")
            : Decision.To(new MonthCollated(month, points));
    }
}
