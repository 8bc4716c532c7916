namespace Engagement.Privacy;

/// <summary>A request for erasure as it stands, for the privacy officer. Nothing in it says who asked.</summary>
public sealed record ErasureCase
{
    /// <summary>The record's.</summary>
    public required Guid Id { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Who they are to us.</summary>
    public required SubjectKind Kind { get; init; }

    /// <summary>The day it was asked.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The last day on which it is to be answered: one month after it came.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>The answer, once there is one.</summary>
    public ErasureOutcome? Outcome { get; init; }

    /// <summary>What the answer rests on.</summary>
    public ErasureGround? Ground { get; init; }

    /// <summary>Who answered it: somebody else destroys the key.</summary>
    public Guid? DecidedBy { get; init; }

    /// <summary>The day the safeguarding lead reviews the hold on the record; null when there is none.</summary>
    public DateOnly? HoldReviewOn { get; init; }

    /// <summary>When the key was destroyed, and with it the words.</summary>
    public DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    /// <summary>Whether nothing more is to be done.</summary>
    public bool IsDone { get; init; }

    public bool IsOverdueOn(DateOnly today) => !IsDone && AnswerBy < today;
}
