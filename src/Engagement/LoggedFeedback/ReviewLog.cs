using Engagement.Common;

namespace Engagement.LoggedFeedback;

/// <summary>Records that the log was read as a whole, beside who took part, and what is done about what was seen.</summary>
/// <param name="From">The first day that was looked at.</param>
/// <param name="To">The last such day.</param>
/// <param name="Found">What was seen.</param>
/// <param name="Next">What is done about it, or why nothing is.</param>
public sealed record ReviewLog(DateOnly From, DateOnly To, string Found, string Next)
{
    public static Decision Decide(ReviewLog command, DateOnly today)
    {
        if (command.To < command.From)
            return Decision.Refuse("REVIEW_ENDS_BEFORE_IT_BEGINS", "Enter a last day that is not before the first", "to");

        if (command.To > today)
            return Decision.Refuse("REVIEW_IN_THE_FUTURE", "You can look at what has come until today", "to");

        var (found, next) = (CleanText.Of(command.Found), CleanText.Of(command.Next));
        if (found.Length == 0)
            return Decision.Refuse("FOUND_MISSING", "Say what you saw in the log", "found");

        if (next.Length == 0)
            return Decision.Refuse("NEXT_MISSING", "Say what is done about it, or why nothing is", "next");

        var tooLong = CleanText.TooLong(found, CleanText.ParagraphLimit, "found") ?? CleanText.TooLong(next, CleanText.ParagraphLimit, "next");
        return tooLong is not null ? Decision.Refuse(tooLong) : Decision.To(new LogReviewed(command.From, command.To, found, next));
    }
}
