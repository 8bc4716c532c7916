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
        new ThemeOpened(ConsultationId, "Inconsistent messages", "People hear different things from each service"),
        new LoopOpened(ThemeId, ConsultationId),
        .. LoopSamples.All,
    ];
}
