using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// Publishes words that a family reader has approved, with their renditions. They are given again, so that nobody publishes by mistake what they
/// have not read.
/// </summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="YouSaid">What people said.</param>
/// <param name="WeDid">What was or will be done, or why it cannot be.</param>
/// <param name="ApprovedBy">The family reader who found these words plain on paper or in a meeting, because they have no account to do it with.</param>
public sealed record PublishEntry(Guid LoopId, string YouSaid, string WeDid, FamilyReader? ApprovedBy = null)
{
    public static Decision Decide(PublishEntry command, Loop loop, ThemeCard theme, Guid? by = null)
    {
        if (loop.Face is not { } face)
            return Decision.Refuse(LoopRules.DecisionMissing(loop));

        if (face == EntryState.WeWill && loop.Commitments.All(c => c.IsDelivered))
            return Decision.Refuse("COMMITMENT_MISSING", "Add what you will do, who will do it and by when");

        if (loop.Published == face)
            return Decision.Refuse("ENTRY_ALREADY_PUBLISHED", "This entry is already published, and nothing has changed since");

        var youSaid = CleanText.Of(command.YouSaid);
        var weDid = CleanText.Of(command.WeDid);
        if (DraftEntry.Incomplete(youSaid, weDid) is { } incomplete)
            return Decision.Refuse(incomplete);

        // The address stays when the entry is published again: people have kept the link.
        var slug = loop.Slug ?? Slug.For(theme.Title, command.LoopId);
        var draft = loop.Draft is { Words: var drafted } && drafted.YouSaid == youSaid && drafted.WeDid == weDid ? loop.Draft : null;
        var words = draft?.Words ?? new EntryWords(youSaid, weDid, [], [], []);
        var published = new EntryPublished(slug, face, words);
        if (draft is { IsApproved: true })
            return Decision.To(published);

        if (command.ApprovedBy is not { } reader)
            return Decision.Refuse(ApproveEntry.Missing with { Field = "approvedBy" });

        var approved = new EntryApproved(reader, By: null);
        return draft is null ? Decision.To(new EntryDrafted(words, by), approved, published) : Decision.To(approved, published);
    }
}
