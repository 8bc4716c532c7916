using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Closes a topic before its last day.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="Reason">Why it closes before its date, for everyone to read.</param>
public sealed record CloseTopic(Guid TopicId, string Reason)
{
    public static Decision Decide(CloseTopic command, Topic topic, Forum forum, Acting by, DateOnly today)
    {
        if (forum.CheckOwner(by) is { } notTheOwner)
            return Decision.Refuse(notTheOwner);

        if (topic.StateOn(today) == TopicState.Closed)
            return Decision.Refuse("TOPIC_CLOSED", "This topic has already closed");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Explain why the topic closes before its date", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new TopicClosed(today, reason));
    }
}
