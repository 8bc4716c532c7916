using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

public sealed class TopicPageProjection : SingleStreamProjection<TopicPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(TopicPublished), typeof(TopicPinned), typeof(TopicClosed), typeof(TopicSummaryPublished),
    ];

    public override TopicPage? Evolve(TopicPage? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (null, TopicPublished published) => new TopicPage
        {
            Id = id,
            ForumId = published.ForumId,
            ConsultationId = published.ConsultationId,
            Question = published.Question,
            Slug = published.Slug,
            Background = published.Background,
            OpensOn = published.OpensOn,
            ClosesOn = published.ClosesOn,
            PublishedAt = e.OccurredAt(),
            Version = (int)e.Version,
        },
        ({ } page, TopicPinned pinned) => page with { IsPinned = pinned.Pinned, Version = (int)e.Version },
        ({ } page, TopicSummaryPublished summary) => page with { Summary = summary.Text, Version = (int)e.Version },
        ({ } page, TopicClosed closed) => page with
        {
            ClosedEarlyOn = closed.ClosedOn,
            ClosedBecause = closed.Reason,
            Version = (int)e.Version,
        },
        _ => snapshot,
    };
}
