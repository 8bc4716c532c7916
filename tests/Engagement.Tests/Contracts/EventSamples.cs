using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Surveys;

namespace Engagement.Tests.Contracts;

/// <summary>One event of each type with every member filled in: what a new type's golden sample is written from.</summary>
internal static class EventSamples
{
    private static readonly Guid ConsultationId = Guid.Parse("4f1c2a9e-8d7b-4c1e-9a35-0b6f3e2d1c40");
    private static readonly Guid InstrumentId = Guid.Parse("5a2d3b0f-9e8c-4d2f-8b46-1c7041f3e251");
    private static readonly Guid WaveId = Guid.Parse("6b3e4c10-0f9d-8e30-9c57-2d8152041362");
    private static readonly Guid ResponseId = Guid.Parse("7c4f5d21-10ae-8f41-ad68-3e9263152473");
    private static readonly Guid ViewId = Guid.Parse("8d506e32-21bf-8052-be79-4fa374263584");
    private static readonly Guid ThemeId = Guid.Parse("9e617f43-32c0-4163-8f8a-50b485374695");
    private static readonly Guid SubjectId = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b005");
    private static readonly DateTimeOffset SubmittedAt = new(2024, 10, 1, 9, 30, 15, 250, TimeSpan.Zero);

    public static IReadOnlyList<object> All { get; } =
    [
        new ConsultationDrafted(
            "SEND Strategy 2025 to 2028",
            "send-strategy-2025-to-2028-3h8k2m",
            "SEND Family Engagement Officer",
            "Cabinet Member for Education",
            new DateOnly(2025, 1, 16),
            true),
        new ProposalPublished("A strategy for three years", "Families wait too long for support", "Fewer children change school"),
        new EqualityAnalysisLinked("https://council.example.test/equality-analysis"),
        new RenditionAdded(RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/easy-read"),
        new ConsultationOpened(new DateOnly(2024, 9, 23), new DateOnly(2024, 10, 20), "The grant must be claimed by December"),
        new ClosingDateExtended(new DateOnly(2024, 11, 11), "The printed copies came late"),
        new ConsultationClosed(new DateOnly(2024, 11, 11)),
        new InstrumentDrafted("Strategy survey"),
        new StatementAdded("P1", "I am confident my child's school can meet their needs", "Think of the last year", false),
        new QuestionAdded(
            "phase",
            QuestionKind.SingleChoice,
            "Which phase is your child in?",
            "Choose the one that fits best",
            true,
            [new QuestionOption("primary", "Primary"), new QuestionOption("secondary", "Secondary")]),
        new InstrumentVersionPublished(1),
        new WaveOpened(ConsultationId, InstrumentId, 1, new DateOnly(2024, 9, 23), new DateOnly(2024, 11, 10)),
        new WaveClosed(new DateOnly(2024, 11, 11)),
        new ResponseSubmitted(
            WaveId,
            ConsultationId,
            InstrumentId,
            1,
            SubjectId,
            "SEND-7F3K-92QX",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            Channel.Web,
            false,
            [new Answer("P1", "agree", null), new Answer("change", null, ViewId)],
            SubmittedAt),
        new ViewCaptured(
            ConsultationId, WaveId, ResponseId, InstrumentId, 1, "change", new PersonalText(SubjectId, "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw=="), SubmittedAt),
        new ViewCoded(ThemeId, ResponseId, ConsultationId),
        new ViewNotCodable("Only a greeting"),
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
