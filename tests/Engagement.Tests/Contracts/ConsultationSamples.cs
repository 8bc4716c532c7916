using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Tests.Contracts;

internal static class ConsultationSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new ConsultationDrafted(
            "SEND Strategy 2025 to 2028",
            "send-strategy-2025-to-2028-3h8k2m",
            "SEND Family Engagement Officer",
            "Cabinet Member for Education",
            new DateOnly(2025, 1, 16),
            true),
        new ConsultationDraftChanged("SEND Strategy 2025 to 2028", "SEND participation officer", "Cabinet", new DateOnly(2025, 2, 20), true),
        new AudiencesChosen([Audience.ParentsAndCarers, Audience.YoungPeople]),
        new SubjectChosen([SubjectArea.SchoolAndCollege, SubjectArea.Travel], ["E07000106", "E07000114"]),
        new OptionRejectedRecorded("A strategy for one year", "Schools plan for three"),
        new ProposalPublished("A strategy for three years", "Families wait too long for support", "Fewer children change school"),
        new EqualityAnalysisLinked("https://council.example.test/equality-analysis"),
        new RenditionAdded(RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/easy-read"),
        new ConsultationOpened(new DateOnly(2024, 9, 23), new DateOnly(2024, 10, 20), "The grant must be claimed by December"),
        new ClosingDateExtended(new DateOnly(2024, 11, 11), "The printed copies came late"),
        new ConsultationPaused(new DateOnly(2024, 10, 7), "A page of the proposal was missing"),
        new ConsultationResumed(new DateOnly(2024, 10, 9), new DateOnly(2024, 11, 13)),
        new ClosingDateCorrected(new DateOnly(2024, 11, 14), "The poster gave another date", "The poster in libraries, page 1"),
        new ConsultationClosed(new DateOnly(2024, 11, 14)),
        new LateSubmissionAccepted(new DateOnly(2024, 11, 21), "Families who answered on paper", "The post was on strike"),
        new ReportPublished(1, "https://council.example.test/report"),
        new ConsultationWithdrawn(new DateOnly(2024, 12, 1), "The grant was withdrawn"),
    ];
}
