using Engagement.Common;

namespace Engagement.LoggedFeedback;

/// <summary>Calls it something else. A complaint stays one unless the person agrees.</summary>
/// <param name="LogEntryId">The entry of the log.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why, for the record.</param>
/// <param name="PersonAgreed">Whether the person agrees.</param>
public sealed record ReclassifyFeedback(Guid LogEntryId, FeedbackKind Kind, string Reason, bool PersonAgreed)
{
    public static Decision Decide(ReclassifyFeedback command, LogEntry entry)
    {
        if (command.Kind == entry.Kind)
            return Decision.Nothing;

        if (entry.Kind == FeedbackKind.Complaint && !command.PersonAgreed)
        {
            return Decision.Refuse(
                "COMPLAINT_NOT_DOWNGRADED", "This is a complaint. Ask the person whether they agree before you call it anything else", "personAgreed");
        }

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason for the change", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new FeedbackReclassified(command.Kind, reason, command.PersonAgreed));
    }
}
