using Engagement.Common;

namespace Engagement.LoggedFeedback;

/// <summary>The person has been told that we have it.</summary>
/// <param name="LogEntryId">The entry of the log.</param>
public sealed record AcknowledgeFeedback(Guid LogEntryId)
{
    public static Decision Decide(LogEntry entry, DateOnly today) =>
        entry.IsAcknowledged ? Decision.Nothing : Decision.To(new FeedbackAcknowledged(today));
}
