using Engagement.Forums;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class ForumSentences
{
    public static void AddTo(Sentences sentences)
    {
        sentences
            .Tell<ForumEstablished>(e => new Told($"The forum was established by {(e.Owner == ForumOwner.KentPact ? "Kent PACT" : "the council")}: {e.Title}"))
            .Tell<ForumReworded>(e => new Told($"What it is called and what it is for was reworded: {e.Title}"))
            .Tell<FacilitatorNamed>(e => new Told($"A facilitator was named ({e.Facilitator.Role})"))
            .Tell<FacilitatorRemoved>(e => new Told("A facilitator was removed", e.Reason));
        sentences
            .Tell<TopicPublished>(e => new Told($"The topic was put to the forum: {e.Question}").Setting("Opens on", e.OpensOn).Setting("Closes on", e.ClosesOn))
            .Tell<TopicPinned>(e => new Told(e.Pinned ? "It was put before the other topics" : "It was put back among the other topics"))
            .Tell<TopicClosed>(e => new Told("It was closed before its last day", e.Reason).Setting("Closed on", e.ClosedOn))
            .Tell<TopicSummaryPublished>("What was heard was summed up and published");
        sentences
            .Tell<ContributionReceived>(e => new Told(e.ReplyTo is null ? "A post came in" : "A comment to a post came in"))
            .Tell<ContributionHeld>(e => new Told(e.By is null ? $"The platform held it back: {Words(e.Why)}" : $"It was held back: {Words(e.Why)}", e.Reason))
            .Tell<ContributionReleaseApproved>(e => new Told("One moderator would show it; a second has to agree", e.Reason))
            .Tell<ContributionReleased>(e => new Told(e.By is null ? "It was shown by itself, before anybody had looked at it" : "It was shown", e.Reason))
            .Tell<ContributionReviewed>("A moderator looked at it, and it stays as it is")
            .Tell<ContributionReturned>(e => new Told($"It was given back to be changed: {Words(e.Why)}", e.WhatToChange))
            .Tell<ContributionRefused>(e => new Told($"It was refused: {Words(e.Why)}", e.Reason))
            .Tell<ModerationReversed>(e => new Told("The decision was taken back, and it waits again", e.Reason))
            .Tell<ContributionEdited>("Its author changed it, and it waits again")
            .Tell<ContributionWithdrawn>("Its author took it back")
            .Tell<ContributionSupported>("Somebody agreed with it")
            .Tell<SupportWithdrawn>("Somebody who had agreed no longer does")
            .Tell<ContributionReported>(e => new Told($"A reader reported it: {Words(e.Why)}"))
            .Tell<ModerationClaimed>("A moderator took it up, so that nobody else need")
            .Tell<AppealMade>("Its author appealed")
            .Tell<AppealDecided>(e => new Told(e.Outcome == AppealOutcome.Upheld ? "The appeal was answered: the decision stands" : "The appeal was answered: the decision was overturned", e.Reason));

        // Nothing of why, or of what it is about.
        sentences
            .Tell<SafeguardingRaised>("It was raised with the safeguarding lead")
            .Tell<SafeguardingItemOpened>("The safeguarding lead opened it, with a reason that is on record")
            .Tell<SafeguardingAcknowledged>("The safeguarding lead took it up")
            .Tell<SafeguardingClosed>("The safeguarding lead closed it");
    }
}
