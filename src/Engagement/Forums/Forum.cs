using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

/// <summary>A standing space owned by a named body.</summary>
public sealed record Forum : IEvolve<Forum>
{
    /// <summary>Two people release a flagged contribution, so an under-18 forum has at least two facilitators. [ours]</summary>
    public const int LeastFacilitators = 2;

    public string Title { get; init; } = "";

    public string Purpose { get; init; } = "";

    public required ForumOwner Owner { get; init; }

    public required ForumAgeBand AgeBand { get; init; }

    public required Audience Audience { get; init; }

    public required ModerationMode Moderation { get; init; }

    public IReadOnlyList<Facilitator> Facilitators { get; init; } = [];

    public bool IsForUnder18s => AgeBand == ForumAgeBand.Under18;

    public static Forum? Evolve(Forum? state, IEvent e) => (state, e.Data) switch
    {
        (null, ForumEstablished established) => new Forum
        {
            Title = established.Title,
            Purpose = established.Purpose,
            Owner = established.Owner,
            AgeBand = established.AgeBand,
            Audience = established.Audience,
            Moderation = established.Moderation,
            Facilitators = established.Facilitators,
        },
        ({ } forum, ForumReworded reworded) => forum with { Title = reworded.Title, Purpose = reworded.Purpose },
        ({ } forum, FacilitatorNamed named) => forum with { Facilitators = [.. forum.Without(named.Facilitator.Id), named.Facilitator] },
        ({ } forum, FacilitatorRemoved removed) => forum with { Facilitators = forum.Without(removed.FacilitatorId) },
        _ => state,
    };

    public bool Names(Guid person) => Facilitators.Any(f => f.Id == person);

    /// <summary>Who may see what waits here and decide on it. Null when this person may.</summary>
    public Refusal? CheckModerator(Acting by)
    {
        if (Names(by.Id))
            return null;

        if (IsForUnder18s)
            return new Refusal("NOT_A_FACILITATOR", "Only named facilitators can moderate this space");

        return CheckOwner(by);
    }

    /// <summary>Who may run the forum: its owner. Null when this person may.</summary>
    public Refusal? CheckOwner(Acting by) => by.Body == Owner ? null : NotTheOwner(Owner);

    internal static Refusal NotTheOwner(ForumOwner owner) => owner == ForumOwner.KentPact
        ? new Refusal("NOT_THE_OWNER", "Kent PACT runs this forum. You can see what it publishes")
        : new Refusal("NOT_THE_OWNER", "The council runs this forum. You can see what it publishes");

    private Facilitator[] Without(Guid person) => [.. Facilitators.Where(f => f.Id != person)];
}
