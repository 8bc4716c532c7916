using Engagement.Common;
using Engagement.Participants;

namespace Engagement.LoggedFeedback;

/// <summary>Records what the person was answered. It is sealed like what they said.</summary>
/// <param name="LogEntryId">The entry of the log.</param>
/// <param name="Answer">The answer.</param>
public sealed record AnswerFeedback(Guid LogEntryId, string Answer)
{
    public static Decision Decide(AnswerFeedback command, LogEntry entry, DateOnly today, Func<string, PersonalText> seal)
    {
        if (entry.IsAnswered)
            return Decision.Refuse("ALREADY_ANSWERED", "This has been answered. Log what the person says to it as new feedback");

        var answer = CleanText.Of(command.Answer);
        if (answer.Length == 0)
            return Decision.Refuse("ANSWER_MISSING", "Enter what the person was answered", "answer");

        return CleanText.TooLong(answer, CleanText.ParagraphLimit, "answer") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new FeedbackAnswered(seal(answer), today));
    }
}
