using Engagement.Common;

namespace Engagement.Forums;

/// <summary>A forum as it is shown. Who its facilitators are is for staff: the public sees their roles.</summary>
public sealed record ForumPage
{
    /// <summary>The forum.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The readable part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is for, and who reads it.</summary>
    public required string Purpose { get; init; }

    /// <summary>The body whose forum it is.</summary>
    public required ForumOwner Owner { get; init; }

    /// <summary>Whom it is for, by age.</summary>
    public required ForumAgeBand AgeBand { get; init; }

    /// <summary>Whose voice it is for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Whether contributions are looked at before they are shown, or after.</summary>
    public required ModerationMode Moderation { get; init; }

    /// <summary>Who may moderate it beside its body, and alone where it is for under-18s.</summary>
    public IReadOnlyList<Facilitator> Facilitators { get; init; } = [];

    /// <summary>Since when there is the forum.</summary>
    public required DateTimeOffset EstablishedAt { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }
}
