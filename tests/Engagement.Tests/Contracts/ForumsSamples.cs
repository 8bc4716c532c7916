using Engagement.Common;
using Engagement.Forums;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class ForumsSamples
{
    private static readonly Guid OtherModerator = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b007");
    private static readonly Facilitator Facilitator = new(ModeratorId, "youth-facilitator", new DateOnly(2024, 3, 4));
    private static readonly MarkedSpan Mark = new(MarkKind.Phone, 14, 13);

    public static IReadOnlyList<object> All { get; } =
    [
        new ForumEstablished(
            "Your Voice",
            "your-voice-4k7m2q",
            "A place for young people to say what they think",
            ForumOwner.Council,
            ForumAgeBand.Under18,
            Audience.YoungPeople,
            ModerationMode.BeforeShown,
            [Facilitator]),
        new FacilitatorNamed(new Facilitator(OtherModerator, "youth-facilitator", new DateOnly(2024, 5, 6))),
        new ForumReworded("Kent PACT forum for the coast", "For parents and carers near the coast. The council reads it too."),
        new FacilitatorRemoved(OtherModerator, "Has moved to another team"),
        new TopicPublished(
            ForumId,
            "What makes a good review meeting?",
            "what-makes-a-good-review-meeting-8n3c5t",
            "We are writing new guidance for schools",
            new DateOnly(2024, 9, 23),
            new DateOnly(2024, 11, 10),
            ConsultationId),
        new TopicPinned(true),
        new TopicClosed(new DateOnly(2024, 11, 4), "The guidance is due earlier"),
        new TopicSummaryPublished("Most of you want the papers a week before. Some would rather have a call."),
        new ContributionReceived(
            TopicId,
            ForumId,
            ConsultationId,
            ViewId,
            SubjectId,
            "Amber Lantern",
            Audience.YoungPeople,
            "E07000114",
            Words,
            "SEND-7F3K-92QX",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            SubmittedAt),
        new ContributionHeld(HoldReason.PossibleDisclosure, "Someone will read this", [Mark], "2026-11", ModeratorId),
        new ContributionReleaseApproved("There is no concern", ModeratorId),
        new ContributionReleased("There is no concern", OtherModerator),
        new ModerationClaimed(ModeratorId, SubmittedAt.AddMinutes(15)),
        new ContributionReviewed(ModeratorId),
        new ModerationReversed("A child is named", ModeratorId),
        new ContributionReturned(ReturnReason.NamedChild, "Leave out the name of the child", ModeratorId),
        new ContributionEdited(Words, SubmittedAt.AddHours(2)),
        new ContributionRefused(RefusalReason.Abusive, "It insults a group of people", ModeratorId),
        new AppealMade(Words),
        new AppealDecided(AppealOutcome.Overturned, "It is blunt, but insults nobody", OtherModerator),
        new ContributionSupported(OtherModerator),
        new SupportWithdrawn(OtherModerator),
        new ContributionReported(ReportReason.NamesSomebody),
        new ContributionWithdrawn(true),
        new SafeguardingRaised(
            new SafeguardingSource(SafeguardingSourceKind.Contribution, ContributionId),
            SafeguardingCause.WordList,
            "2026-11",
            [new MarkedSpan(MarkKind.PossibleDisclosure, 3, 9)],
            Words,
            Words,
            ModeratorId),
        new SafeguardingItemOpened("safeguarding-lead", OtherModerator, "To decide what to do"),
        new SafeguardingAcknowledged(OtherModerator),
        new SafeguardingClosed(SafeguardingOutcome.Referred, OtherModerator),
    ];
}
