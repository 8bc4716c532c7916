using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class LoopSamples
{
    private static readonly EntryWords EntryWords = new(
        "You hear different things from each service",
        "We will give you one contact",
        [new EntryRendition(RenditionKind.EasyRead, "en", "You hear different things.", "You will have one person to ask.")],
        [Audience.ParentsAndCarers],
        ["E07000114"]);

    public static IReadOnlyList<object> All { get; } =
    [
        new DecisionRecorded(
            DecisionOutcome.WeWill,
            new DateOnly(2024, 12, 2),
            "Director of SEND",
            "Families asked for one contact they can trust",
            "A helpline, which would cost more and answer less",
            "None declared",
            1),
        new CommitmentMade(1, "A named contact for each family", "Assistant director", new DateOnly(2025, 3, 31)),
        new CommitmentRescheduled(1, new DateOnly(2025, 5, 31), "Two posts are still empty"),
        new EntryPublished("inconsistent-messages-9x4m2p", EntryState.WeWill, EntryWords),
        new EntryDrafted(EntryWords, SubjectId),
        new EntryApproved(FamilyReader.ParentForum, ResponseId),
        new EntryCorrected("inconsistent-messages-9x4m2p", EntryWords, "A name was spelled wrongly"),
        new EntryCountFrozen(35, "Public", 1),
        new ActionTaken("Each family has a named contact", "https://council.example.test/contacts", new DateOnly(2025, 3, 14), [1]),
        new ContributorsTold("tracking page", 12),
        new LoopClosed(EntryState.WeDid),
        new ConfirmationAsked(12),
        new ConfirmationGiven(ResponseId, ConfirmationAnswer.No, ConfirmationAnswer.Partly, Words),
        new GroupConfirmationGiven(FamilyReader.YoungPeople, ConfirmationAnswer.Yes),
        new LoopEscalated("SEND Improvement Board", 2, new DateOnly(2025, 5, 31)),
        new DecisionReopened("The contacts have left and were not replaced"),
        new ConfirmersTold("tracking page", 9),
        new DecisionReplaced(
            DecisionOutcome.WeWill,
            new DateOnly(2025, 9, 1),
            "Director of SEND",
            "One contact a school is what can be kept up",
            "A contact a family, which could not be kept up",
            "None declared",
            2),
    ];
}
