using Engagement.Common;
using Engagement.Feedback;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class FeedbackSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new ViewCaptured(
            new ViewSource(ViewSourceKind.Answer, ResponseId, new ViewQuestion(WaveId, InstrumentId, 1, "change")),
            ConsultationId,
            Words,
            SubmittedAt,
            Audience.ParentsAndCarers,
            false,
            "E07000114",
            "autism",
            "primary"),
        new ViewCoded(ThemeId, ResponseId, ConsultationId, new Suggestion("similar views", 1, 0.82)),
        new ViewNotCodable("Only a greeting"),
        new ViewWithdrawn("The person withdrew their response"),
        new ThemeOpened(ConsultationId, "Inconsistent messages", "People hear different things from each service"),
        new LoopOpened(ThemeId, ConsultationId),
        new DecisionRecorded(
            DecisionOutcome.WeWill,
            new DateOnly(2024, 12, 2),
            "Director of SEND",
            "Families asked for one contact they can trust",
            "A helpline, which would cost more and answer less",
            "None declared"),
        new CommitmentMade("A named contact for each family", "Assistant director", new DateOnly(2025, 3, 31)),
        new ActionTaken("Each family has a named contact", "https://council.example.test/contacts", new DateOnly(2025, 3, 14)),
        new EntryPublished("inconsistent-messages-9x4m2p", EntryState.WeWill, "You hear different things from each service", "We will give you one contact"),
        new ContributorsTold("tracking page", 12),
    ];
}
