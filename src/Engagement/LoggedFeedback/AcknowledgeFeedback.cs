using Engagement.Common;

namespace Engagement.LoggedFeedback;

public sealed record AcknowledgeFeedback(Guid LogEntryId)
{
    public static Decision Decide(LogEntry entry, DateOnly today) =>
        entry.IsAcknowledged ? Decision.Nothing : Decision.To(new FeedbackAcknowledged(today));
}
