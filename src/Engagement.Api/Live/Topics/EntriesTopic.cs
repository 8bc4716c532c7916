using Engagement.Feedback;
using EventStore;

namespace Engagement.Api.Live.Topics;

/// <summary>Entries of "you said, we did" as they are published and corrected, for everybody.</summary>
internal sealed class EntriesTopic : LiveTopic
{
    public override string Name => "entries";

    public LiveSubject All => Whole(which: null);

    public override LiveSubject Subject(string? which) => Whole(which);

    public override ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation) => e.Data switch
    {
        EntryPublished published => One(new LiveNote(Guid.Empty, "entry", published.Slug)),
        EntryCorrected corrected => One(new LiveNote(Guid.Empty, "entry", corrected.Slug)),
        _ => Nothing,
    };

    public override ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation) => new(LiveAccess.Everybody);
}
