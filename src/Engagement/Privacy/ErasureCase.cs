namespace Engagement.Privacy;

/// <summary>A request for erasure as it stands, for the privacy officer. Nothing in it says who asked.</summary>
public sealed record ErasureCase
{
    /// <summary>The record's.</summary>
    public required Guid Id { get; init; }

    public required Guid SubjectId { get; init; }

    public required SubjectKind Kind { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateOnly AnswerBy { get; init; }

    public ErasureOutcome? Outcome { get; init; }

    public ErasureGround? Ground { get; init; }

    public DateOnly? HoldReviewOn { get; init; }

    public DateTimeOffset? DestroyedAt { get; init; }

    public int Version { get; init; }

    /// <summary>Whether nothing more is to be done.</summary>
    public bool IsDone { get; init; }

    public bool IsOverdueOn(DateOnly today) => !IsDone && AnswerBy < today;
}
