using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Puts a topic before the others of its forum, or back among them.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="Pinned">Whether it is to stand before the others.</param>
public sealed record PinTopic(Guid TopicId, bool Pinned)
{
    public static Decision Decide(PinTopic command, Topic topic, Forum forum, Acting by)
    {
        if (forum.CheckOwner(by) is { } notTheOwner)
            return Decision.Refuse(notTheOwner);

        return topic.IsPinned == command.Pinned ? Decision.Nothing : Decision.To(new TopicPinned(command.Pinned));
    }
}
