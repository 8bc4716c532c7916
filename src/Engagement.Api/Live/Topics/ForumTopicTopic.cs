using Engagement.Forums;
using Engagement.Privacy;
using EventStore;
using GraphQL.Data;

namespace Engagement.Api.Live.Topics;

/// <summary>
/// A topic of a forum, for everybody: the topic itself, and contributions as they are shown and as they go. Nothing is told of what waits for a
/// moderator and was never shown.
/// </summary>
internal sealed class ForumTopicTopic(ForumReads reads, ThreadReads threads) : LiveTopic
{
    private const string Topic = "Topic";

    public override string Name => "topic";

    public override LiveSubject Subject(string? which) => OneOf(which, Topic);

    public LiveSubject Subject(Guid id) => Of(id, Topic);

    public override async ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation)
    {
        switch (e.Data)
        {
            case TopicPublished or TopicPinned or TopicClosed or TopicSummaryPublished:
                return [new LiveNote(e.StreamId, "topic", NodeId.Encode(Topic, e.StreamId))];
            case ContributionReleased:
                return await NoteAsync(e, origins, isGone: false, cancellation);
            case ContributionWithdrawn { WasShown: true }:
                return await NoteAsync(e, origins, isGone: true, cancellation);
            case ContributionHeld or ContributionEdited or ContributionReturned or ContributionRefused or ModerationReversed
                when WasShown(await origins.BeforeAsync(e, cancellation)):
                return await NoteAsync(e, origins, isGone: true, cancellation);
            case SubjectKeyDestroyed destroyed:
                return [.. (await threads.ShownByAsync(destroyed.SubjectId, cancellation)).Select(shown => Note(shown.TopicId, shown.Id, isGone: true))];
            default:
                return [];
        }
    }

    public override async ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation) =>
        await reads.FindTopicAsync(subject.Key, cancellation) is null ? LiveAccess.Nobody : LiveAccess.Everybody;

    private static async ValueTask<IReadOnlyList<LiveNote>> NoteAsync(IEvent e, LiveOrigins origins, bool isGone, CancellationToken cancellation) =>
        (await origins.OfAsync(e, cancellation)).TopicId is { } topic ? [Note(topic, e.StreamId, isGone)] : [];

    private static LiveNote Note(Guid topic, Guid contribution, bool isGone) =>
        new(topic, "contribution", NodeId.Encode("Contribution", contribution), isGone);

    /// <summary>Whether the last that was decided or done was to show it.</summary>
    private static bool WasShown(IReadOnlyList<IEvent> before) => before.LastOrDefault(e => e.Data
        is ContributionReleased or ContributionHeld or ContributionEdited or ContributionReturned or ContributionRefused or ModerationReversed
        or ContributionWithdrawn)?.Data is ContributionReleased;
}
