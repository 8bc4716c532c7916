using Engagement.Common;
using Engagement.Feedback;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class FeedbackSamples
{
    private static readonly Guid OtherThemeId = Guid.Parse("af728054-43d1-4274-8a9b-61c596485706");

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
        new ViewMoved([ThemeId], OtherThemeId),
        new ViewUncoded(OtherThemeId, "It is about another service"),
        new ViewNotCodable("Only a greeting"),
        new ViewSuggestionRejected(ThemeId, new Suggestion("words and similar views", 1, 0.4)),
        new ViewQuoted(ThemeId, 0, 18),
        new ViewWithdrawn("The response was withdrawn"),
        new ThemeOpened(ConsultationId, "Inconsistent messages", "People hear different things from each service"),
        new ThemeDescribed("Families are told different things by different services", "Letters that contradict each other", "No answer at all: see trust"),
        new ThemesMerged([OtherThemeId], ThemeId),
        new ThemeUnmerged(OtherThemeId, ThemeId, "One is about letters, the other about calls"),
        new ThemeSplit(ThemeId, OtherThemeId),
        new ThemesLinked(ThemeId, OtherThemeId, "Both are about being told"),
        new ThemeSharedBack("forum evening", 23),
        new ThemeDisposed(Disposition.NotAccepted, "Another service answers this"),
        new ThemeMarkedForLocalOffer(LocalOfferMatter.Accessibility),
        new CodingSampleDrawn(ConsultationId, 20241118, [ViewId]),
        new SecondCodingGiven(ViewId, [ThemeId], [OtherThemeId]),
        new LoopOpened(ThemeId, ConsultationId),
        .. LoopSamples.All,
    ];
}
