using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Puts published words right, with words that a family reader has approved. A change of what was done is published anew instead.</summary>
/// <param name="LoopId">The feedback loop of the entry.</param>
/// <param name="Reason">What was wrong.</param>
public sealed record CorrectEntry(Guid LoopId, string Reason)
{
    public static Decision Decide(CorrectEntry command, Loop loop)
    {
        if (loop is not { Published: { } published, Slug: { } slug })
            return Decision.Refuse("ENTRY_NOT_PUBLISHED", "There is nothing published to correct. Publish the entry instead");

        if (published != loop.Face)
            return Decision.Refuse("ENTRY_OUT_OF_DATE", "More has happened since this entry was published. Publish it again instead");

        if (loop.Draft is not { IsApproved: true } draft)
            return Decision.Refuse(ApproveEntry.Missing);

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter what was wrong", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new EntryCorrected(slug, draft.Words, reason));
    }
}
