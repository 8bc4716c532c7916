using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

public sealed class ForumPageProjection : SingleStreamProjection<ForumPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ForumEstablished), typeof(ForumReworded), typeof(FacilitatorNamed), typeof(FacilitatorRemoved),
    ];

    public override ForumPage? Evolve(ForumPage? snapshot, Guid id, IEvent e)
    {
        var page = Show(snapshot, id, e);
        return page is null ? null : page with { Version = (int)e.Version };
    }

    private static ForumPage? Show(ForumPage? page, Guid id, IEvent e) => (page, e.Data) switch
    {
        (null, ForumEstablished established) => new ForumPage
        {
            Id = id,
            Title = established.Title,
            Slug = established.Slug,
            Purpose = established.Purpose,
            Owner = established.Owner,
            AgeBand = established.AgeBand,
            Audience = established.Audience,
            Moderation = established.Moderation,
            Facilitators = established.Facilitators,
            EstablishedAt = e.OccurredAt(),
        },
        ({ }, ForumReworded reworded) => page with { Title = reworded.Title, Purpose = reworded.Purpose },
        ({ }, FacilitatorNamed named) => page with { Facilitators = [.. Without(page, named.Facilitator.Id), named.Facilitator] },
        ({ }, FacilitatorRemoved removed) => page with { Facilitators = [.. Without(page, removed.FacilitatorId)] },
        _ => page,
    };

    private static IEnumerable<Facilitator> Without(ForumPage page, Guid person) => page.Facilitators.Where(f => f.Id != person);
}
