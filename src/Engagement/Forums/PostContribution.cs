using Engagement.Common;

namespace Engagement.Forums;

/// <summary>A post, or a comment to a post. There is one level: nobody comments on a comment.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="IdempotencyKey">New for each contribution; the same when it is sent again.</param>
/// <param name="Text">The words: no pictures, no links to pictures.</param>
/// <param name="ReplyTo">The post that is commented on.</param>
/// <param name="District">The code of the author's district, if they wish to give it. Never anything closer.</param>
public sealed record PostContribution(Guid TopicId, string IdempotencyKey, string Text, Guid? ReplyTo = null, string? District = null)
{
    public static Decision Decide(
        PostContribution command, Topic topic, Forum forum, Contribution? replyTo, Arrival arrival, DateOnly today) =>
        Check(command, topic, replyTo, today) is { } refusal ? Decision.Refuse(refusal) : Decision.To(Take(command, topic, forum, arrival));

    /// <summary>What speaks against it. It needs no key of the author, who gets one only where nothing does.</summary>
    internal static Refusal? Check(PostContribution command, Topic topic, Contribution? replyTo, DateOnly today) => topic.CheckOpen(today)
        ?? CheckReply(command, replyTo)
        ?? ContributionText.Check(CleanText.Of(command.Text))
        ?? CheckDistrict(command);

    /// <summary>What happens to it where nothing speaks against it.</summary>
    internal static object[] Take(PostContribution command, Topic topic, Forum forum, Arrival arrival)
    {
        var text = CleanText.Of(command.Text);
        var words = arrival.Seal(text);
        var received = new ContributionReceived(
            command.TopicId,
            topic.ForumId,
            topic.ConsultationId,
            command.ReplyTo,
            arrival.AuthorId,
            arrival.Handle,
            forum.Audience,
            command.District,
            words,
            arrival.Reference,
            arrival.SecretHash,
            arrival.At);

        object[] found = [.. Screening.Of(text).Record(arrival.ContributionId, words)];
        if (found.Length > 0)
            return [received, .. found];

        return forum.Moderation == ModerationMode.AfterShown && !forum.IsForUnder18s
            ? [received, new ContributionReleased(null, null), Contribution.From(received, arrival.ContributionId).ToView()]
            : [received];
    }

    private static Refusal? CheckReply(PostContribution command, Contribution? replyTo)
    {
        if (command.ReplyTo is null)
            return null;

        if (replyTo is not { State: ContributionState.Released } || replyTo.TopicId != command.TopicId)
            return new Refusal("POST_NOT_SHOWN", "This post is not shown here, so you cannot comment on it", "replyTo");

        return replyTo.ReplyTo is null
            ? null
            : new Refusal("COMMENT_ON_COMMENT", "You can comment on a post, but not on a comment. Comment on the post instead", "replyTo");
    }

    private static Refusal? CheckDistrict(PostContribution command) => command.District is null || Common.District.Find(command.District) is not null
        ? null
        : new Refusal("DISTRICT_UNKNOWN", "Choose a district from the list, or leave it out", "district");
}
