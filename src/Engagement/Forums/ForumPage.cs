using Engagement.Common;

namespace Engagement.Forums;

/// <summary>A forum as it is shown. Who its facilitators are is for staff: the public sees their roles.</summary>
public sealed record ForumPage
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Slug { get; init; }

    public required string Purpose { get; init; }

    public required ForumOwner Owner { get; init; }

    public required ForumAgeBand AgeBand { get; init; }

    public required Audience Audience { get; init; }

    public required ModerationMode Moderation { get; init; }

    public IReadOnlyList<Facilitator> Facilitators { get; init; } = [];

    public required DateTimeOffset EstablishedAt { get; init; }

    public int Version { get; init; }
}
