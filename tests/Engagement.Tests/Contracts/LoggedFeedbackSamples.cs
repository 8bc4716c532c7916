using Engagement.LoggedFeedback;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class LoggedFeedbackSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new FeedbackLogged(FeedbackKind.Complaint, "Statutory assessment", Words, new DateOnly(2024, 10, 1), "E07000114"),
        new FeedbackAcknowledged(new DateOnly(2024, 10, 3)),
        new FeedbackReclassified(FeedbackKind.Comment, "They only wanted to tell us", true),
        new FeedbackAnswered(Words, new DateOnly(2024, 10, 20)),
        new LessonDrawn(ViewId),
        new LogReviewed(
            new DateOnly(2024, 7, 1), new DateOnly(2024, 9, 30), "Fewer complaints of transport, and fewer people at our meetings", "We ask the forum of East why"),
    ];
}
