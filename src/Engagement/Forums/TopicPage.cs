namespace Engagement.Forums;

/// <summary>A topic as it is shown, without what was said in it.</summary>
public sealed record TopicPage
{
    public required Guid Id { get; init; }

    public required Guid ForumId { get; init; }

    public Guid? ConsultationId { get; init; }

    public required string Question { get; init; }

    public required string Slug { get; init; }

    public string? Background { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required DateOnly ClosesOn { get; init; }

    public DateOnly? ClosedEarlyOn { get; init; }

    /// <summary>Why it closed before its date.</summary>
    public string? ClosedBecause { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public int Version { get; init; }

    public TopicState StateOn(DateOnly today) => Topic.StateOn(today, OpensOn, ClosesOn, ClosedEarlyOn);
}
