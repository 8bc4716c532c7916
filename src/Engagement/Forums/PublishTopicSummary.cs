using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Says in a few plain words what was heard in a topic that has closed, or puts that right.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="Text">What was heard, for everyone to read.</param>
public sealed record PublishTopicSummary(Guid TopicId, string Text)
{
    private const int Longest = 2_000;

    public static Decision Decide(PublishTopicSummary command, Topic topic, Forum forum, Acting by, DateOnly today)
    {
        if (forum.CheckOwner(by) is { } notTheOwner)
            return Decision.Refuse(notTheOwner);

        if (topic.StateOn(today) != TopicState.Closed)
            return Decision.Refuse("TOPIC_NOT_CLOSED", "Publish what you heard once the topic has closed, so that it leaves nobody out");

        var text = CleanText.Of(command.Text);
        if (text.Length == 0)
            return Decision.Refuse("SUMMARY_MISSING", "Enter what you heard", "text");

        if (CleanText.TooLong(text, Longest, "text") is { } tooLong)
            return Decision.Refuse(tooLong);

        return topic.Summary == text ? Decision.Nothing : Decision.To(new TopicSummaryPublished(text));
    }
}
