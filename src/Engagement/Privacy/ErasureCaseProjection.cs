using Engagement.Common;
using EventStore;

namespace Engagement.Privacy;

/// <summary>Written with the events themselves: two people work on one case, and neither may look at a stale one.</summary>
public sealed class ErasureCaseProjection : SingleStreamProjection<ErasureCase>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ErasureRequested), typeof(ErasureDecided), typeof(SafeguardingHoldSet), typeof(SafeguardingHoldLifted), typeof(SubjectKeyDestroyed),
    ];

    public override ErasureCase? Evolve(ErasureCase? snapshot, Guid id, IEvent e)
    {
        var next = Change(snapshot, id, e);
        return next is null ? null : next with { Version = (int)e.Version };
    }

    // A hold that was set before anybody asked is shown by the next decision, which it refuses.
    private static ErasureCase? Change(ErasureCase? one, Guid id, IEvent e) => (one, e.Data) switch
    {
        (_, ErasureRequested requested) => new ErasureCase
        {
            Id = id,
            SubjectId = requested.SubjectId,
            Kind = requested.Kind,
            ReceivedOn = requested.ReceivedOn,
            AnswerBy = requested.AnswerBy,
            HoldReviewOn = one?.HoldReviewOn,
        },
        ({ }, ErasureDecided decided) => one with
        {
            Outcome = decided.Outcome,
            Ground = decided.Ground,
            DecidedBy = decided.By,
            IsDone = decided.Outcome == ErasureOutcome.Refused,
        },
        ({ }, SafeguardingHoldSet hold) => one with { HoldReviewOn = hold.ReviewOn },
        ({ }, SafeguardingHoldLifted) => one with { HoldReviewOn = null },
        ({ }, SubjectKeyDestroyed) => one with { DestroyedAt = e.OccurredAt(), IsDone = true },
        _ => one,
    };
}
