using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Publishes the words that a family reader has approved, with their renditions. They are given again, so that nobody publishes by mistake what they have not read.</summary>
public sealed record PublishEntry(Guid LoopId, string YouSaid, string WeDid)
{
    public static Decision Decide(PublishEntry command, Loop loop, ThemeCard theme)
    {
        if (loop.Face is not { } face)
            return Decision.Refuse(LoopRules.DecisionMissing(loop));

        if (face == EntryState.WeWill && loop is { Commitments.IsEmpty: true })
            return Decision.Refuse("COMMITMENT_MISSING", "Add what you will do, who will do it and by when");

        if (loop.Published == face)
            return Decision.Refuse("ENTRY_ALREADY_PUBLISHED", "This entry is already published, and nothing has changed since");

        var youSaid = CleanText.Of(command.YouSaid);
        var weDid = CleanText.Of(command.WeDid);
        if (DraftEntry.Incomplete(youSaid, weDid) is { } incomplete)
            return Decision.Refuse(incomplete);

        if (loop.Draft is not { IsApproved: true, Words: var words } || words.YouSaid != youSaid || words.WeDid != weDid)
            return Decision.Refuse(ApproveEntry.Missing);

        // The address stays when the entry is published again: people have kept the link.
        var slug = loop.Slug ?? Slug.For(theme.Title, command.LoopId);
        return Decision.To(new EntryPublished(slug, face, words));
    }
}
