namespace Engagement.Forums;

/// <summary>A topic as it is shown, without what was said in it.</summary>
public sealed record TopicPage
{
    /// <summary>The topic.</summary>
    public required Guid Id { get; init; }

    public required Guid ForumId { get; init; }

    public Guid? ConsultationId { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The readable part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>What people should know before they answer.</summary>
    public string? Background { get; init; }

    /// <summary>The first day on which it takes contributions.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>The last day on which it takes contributions, unless it closed early.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>The day it closed before its date, if it did.</summary>
    public DateOnly? ClosedEarlyOn { get; init; }

    /// <summary>Why it closed before its date.</summary>
    public string? ClosedBecause { get; init; }

    /// <summary>Whether it stands before the other topics of its forum.</summary>
    public bool IsPinned { get; init; }

    /// <summary>What was heard in it, in the words of the forum's body; null until that is published.</summary>
    public string? Summary { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    public TopicState StateOn(DateOnly today) => Topic.StateOn(today, OpensOn, ClosesOn, ClosedEarlyOn);
}
