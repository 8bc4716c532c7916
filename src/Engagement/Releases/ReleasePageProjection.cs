using Engagement.Common;
using EventStore;

namespace Engagement.Releases;

public sealed class ReleasePageProjection : SingleStreamProjection<ReleasePage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ReleaseDrafted),
        typeof(DisclosureCheckPassed),
        typeof(DisclosureCheckFailed),
        typeof(ReleaseApproved),
        typeof(ReleaseDraftReplaced),
        typeof(ReleasePublished),
        typeof(ReleaseRevised),
    ];

    public override ReleasePage? Evolve(ReleasePage? snapshot, Guid id, IEvent e)
    {
        var page = Show(snapshot, id, e);
        return page is null ? null : page with { Version = (int)e.Version };
    }

    private static ReleasePage? Show(ReleasePage? page, Guid id, IEvent e) => (page, e.Data) switch
    {
        (null, ReleaseDrafted drafted) => new ReleasePage
        {
            Id = id,
            Title = drafted.Title,
            Subject = drafted.Subject,
            SubjectKey = drafted.Subject.Key,
            AsAt = drafted.AsAt,
            Position = drafted.Position,
            Number = drafted.Number,
            DraftedBy = drafted.By,
            DraftedAt = e.OccurredAt(),
            Revises = drafted.Revises,
            RevisedBecause = drafted.RevisedBecause,
        },
        ({ }, DisclosureCheckPassed passed) => page with { State = ReleaseState.Checked, Policy = passed.Policy, PolicyVersion = passed.PolicyVersion },
        ({ }, DisclosureCheckFailed failed) => page with
        {
            State = ReleaseState.Failed,
            Policy = failed.Policy,
            PolicyVersion = failed.PolicyVersion,
            Failure = failed.Failure,
        },
        ({ }, ReleaseApproved) => page with { State = ReleaseState.Approved },
        ({ }, ReleaseDraftReplaced) => page with { State = ReleaseState.Replaced },
        ({ }, ReleasePublished published) => page with
        {
            State = ReleaseState.Published,
            PublishedAt = e.OccurredAt(),
            Figures = published.Figures,
            Hash = published.Hash,
        },
        ({ }, ReleaseRevised revised) => page with { State = ReleaseState.Revised, RevisedBy = revised.With, RevisionReason = revised.Reason },
        _ => page,
    };
}
