using Engagement.Common;
using EventStore;

namespace Engagement.Privacy;

/// <summary>
/// What has happened to the record that we hold of one subject: whether they asked for its erasure, whether it is on hold, whether it is gone. People
/// who took part with no more than a receipt have one too. Destroyed is terminal: nobody brings back what can no longer be read.
/// </summary>
public sealed record SubjectRecord : IEvolve<SubjectRecord>
{
    public required Guid SubjectId { get; init; }

    public ErasureRequested? Request { get; init; }

    public ErasureDecided? Decision { get; init; }

    /// <summary>The day the safeguarding lead reviews the hold; null when there is none.</summary>
    public DateOnly? HoldReviewOn { get; init; }

    public bool IsExpired { get; init; }

    public SubjectKeyDestroyed? Destroyed { get; init; }

    /// <summary>Whether somebody waits for an answer.</summary>
    public bool IsOpen => Request is not null && Destroyed is null && Decision is not { Outcome: ErasureOutcome.Refused };

    public static Guid IdOf(Guid subject) => DeterministicId.From("subject record", subject.ToString("N"));

    public static SubjectRecord? Evolve(SubjectRecord? state, IEvent e) => e.Data switch
    {
        ErasureRequested requested => From(state, requested.SubjectId) with { Request = requested, Decision = null },
        ErasureDecided decided => state is null ? null : state with { Decision = decided },
        SafeguardingHoldSet hold => From(state, hold.SubjectId) with { HoldReviewOn = hold.ReviewOn },
        SafeguardingHoldLifted => state is null ? null : state with { HoldReviewOn = null },
        RetentionExpired expired => From(state, expired.SubjectId) with { IsExpired = true },
        SubjectKeyDestroyed destroyed => From(state, destroyed.SubjectId) with { Destroyed = destroyed },
        _ => state,
    };

    internal static SubjectRecord From(SubjectRecord? state, Guid subject) => state ?? new SubjectRecord { SubjectId = subject };

    internal Refusal? CheckHold() => HoldReviewOn is { } day
        ? new Refusal("RECORD_ON_HOLD", $"This record is on hold. The safeguarding lead will review it on {LondonCalendar.Text(day)}")
        : null;
}
