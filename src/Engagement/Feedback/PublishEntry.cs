using Engagement.Common;

namespace Engagement.Feedback;

public sealed record PublishEntry(Guid LoopId, string YouSaid, string WeDid)
{
    public static Decision Decide(PublishEntry command, Loop loop, ThemeCard theme)
    {
        if (loop.Outcome is not { } outcome)
            return Decision.Refuse("DECISION_MISSING", "Record the decision first");

        if (outcome == DecisionOutcome.WeWill && loop is { HasCommitment: false, HasAction: false })
            return Decision.Refuse("COMMITMENT_MISSING", "Add what you will do, who will do it and by when");

        var state = StateOf(outcome, loop);
        if (loop.Published == state)
            return Decision.Refuse("ENTRY_ALREADY_PUBLISHED", "This entry is already published, and nothing has changed since");

        var youSaid = CleanText.Of(command.YouSaid);
        if (youSaid.Length == 0)
            return Decision.Refuse("ENTRY_TEXT_MISSING", "Enter what people said, in plain words", "youSaid");

        var weDid = CleanText.Of(command.WeDid);
        if (weDid.Length == 0)
            return Decision.Refuse("ENTRY_TEXT_MISSING", "Enter what you did or will do, in plain words", "weDid");

        var tooLong = CleanText.TooLong(youSaid, CleanText.ParagraphLimit, "youSaid")
            ?? CleanText.TooLong(weDid, CleanText.ParagraphLimit, "weDid");
        if (tooLong is not null)
            return Decision.Refuse(tooLong);

        // The address stays when the entry is published again: people have kept the link.
        var slug = loop.Slug ?? Slug.For(theme.Title, command.LoopId);
        return Decision.To(new EntryPublished(slug, state, youSaid, weDid));
    }

    private static EntryState StateOf(DecisionOutcome outcome, Loop loop) => outcome switch
    {
        DecisionOutcome.WeCannot => EntryState.WeCannot,
        _ => loop.HasAction ? EntryState.WeDid : EntryState.WeWill,
    };
}
