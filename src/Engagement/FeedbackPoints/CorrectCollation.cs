using Engagement.Common;

namespace Engagement.FeedbackPoints;

/// <summary>Takes what has become known of a collated month since into its figures.</summary>
/// <param name="Month">Any day of it.</param>
/// <param name="Reason">Why the figures change, for those who have read the old ones.</param>
public sealed record CorrectCollation(DateOnly Month, string Reason)
{
    public static Decision Decide(CorrectCollation command, Collation collation, IReadOnlyList<PointFigures> points)
    {
        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_MISSING", "Say why the figures of this month change", "reason");

        if (CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong)
            return Decision.Refuse(tooLong);

        return collation.Points.SequenceEqual(points)
            ? Decision.Nothing
            : Decision.To(new CollationCorrected(collation.Month, points, reason));
    }
}
