using Engagement.Activities;
using Engagement.Common;
using EventStore;

namespace Engagement.Charter;

/// <summary>A service that goes round the cycle of commissioning, with all that is claimed of it. As its rules see it and as it is shown; right at once.</summary>
public sealed record CommissioningActivity : IEvolve<CommissioningActivity>
{
    /// <summary>The commissioning activity.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The code of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Whom it would touch.</summary>
    public required AffectedPeople People { get; init; }

    /// <summary>The edition of the charter by which it is looked at.</summary>
    public required Guid EditionId { get; init; }

    /// <summary>The day it began.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>The stages it has been in, in their order.</summary>
    public IReadOnlyList<StageRun> Stages { get; init; } = [];

    /// <summary>What is claimed, in the order it was.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The cells that are said not to apply.</summary>
    public IReadOnlyList<NotApplicable> NotApplicable { get; init; } = [];

    /// <summary>The evidence that was proposed and not taken.</summary>
    public IReadOnlyList<RejectedEvidence> Rejected { get; init; } = [];

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    /// <summary>The stage it is in, or was in last.</summary>
    internal StageRun Last => Stages[^1];

    /// <summary>The stage it is in; null between two.</summary>
    public CycleStage? CurrentStage => Stages is [.., { CompletedOn: null } last] ? last.Stage : null;

    internal NotApplicable? FindNotApplicable(string principle, CycleStage stage) =>
        NotApplicable.FirstOrDefault(one => one.Principle == principle && one.Stage == stage);

    public static CommissioningActivity? Evolve(CommissioningActivity? state, IEvent e)
    {
        var activity = (state, e.Data) switch
        {
            (null, CommissioningStarted started) => new CommissioningActivity
            {
                Id = e.StreamId,
                Title = started.Title,
                Service = started.Service,
                People = started.People,
                EditionId = started.EditionId,
                StartedOn = started.StartedOn,
            },
            ({ } one, StageEntered entered) => one with { Stages = [.. one.Stages, new StageRun(entered.Stage, entered.Round, entered.EnteredOn, null)] },
            ({ } one, StageCompleted completed) => one with { Stages = [.. one.Stages.SkipLast(1), one.Last with { CompletedOn = completed.CompletedOn }] },
            ({ } one, CellMarkedNotApplicable marked) => one with
            {
                NotApplicable =
                [
                    .. one.NotApplicable.Where(cell => !IsAt(cell, marked.Principle, marked.Stage)),
                    new NotApplicable
                    {
                        Principle = marked.Principle,
                        Stage = marked.Stage,
                        Reason = marked.Reason,
                        Organisation = marked.Organisation,
                        AskedAt = e.OccurredAt(),
                    },
                ],
            },
            ({ } one, NotApplicableAgreed agreed) => one.With(
                agreed.Principle, agreed.Stage, cell => cell with { State = NotApplicableState.Agreed, AnsweredBy = agreed.Organisation }),
            ({ } one, NotApplicableRefused refused) => one.With(
                refused.Principle,
                refused.Stage,
                cell => cell with { State = NotApplicableState.Refused, AnsweredBy = refused.Organisation, RefusedBecause = refused.Reason }),
            ({ } one, CellMarkedApplicable marked) => one with { NotApplicable = [.. one.NotApplicable.Where(cell => !IsAt(cell, marked.Principle, marked.Stage))] },
            ({ } one, ClaimMade made) => one with { Claims = [.. one.Claims, ClaimOf(made, e.OccurredAt())] },
            ({ } one, ClaimVerified verified) => one.With(verified.ClaimId, claim => claim.VerifiedFor(verified.Organisation, e.OccurredAt())),
            ({ } one, ClaimDisputed disputed) => one.With(disputed.ClaimId, claim => claim.DisputedFor(disputed.Organisation, e.OccurredAt(), disputed.Reason)),
            ({ } one, ClaimWithdrawn withdrawn) => one.With(withdrawn.ClaimId, claim => claim.Withdrawn(withdrawn.Reason)),
            ({ } one, ClaimExpired expired) => one.With(expired.ClaimId, claim => claim with { State = ClaimState.Expired }),
            ({ } one, EvidenceRejected rejected) => one with
            {
                Rejected = [.. one.Rejected, new RejectedEvidence(rejected.Principle, rejected.Stage, rejected.Evidence, rejected.Reason)],
            },
            _ => null,
        };
        return activity is null ? state : activity with { Version = (int)e.Version };
    }

    private static Claim ClaimOf(ClaimMade made, DateTimeOffset at) => new()
    {
        Id = made.ClaimId,
        Principle = made.Principle,
        Stage = made.Stage,
        Evidence = made.Evidence,
        Explanation = made.Explanation,
        Outcome = made.Outcome,
        Organisation = made.Organisation,
        MadeAt = at,
        ExpiresOn = made.ExpiresOn,
        Rule = made.Rule,
        By = made.By,
    };

    private static bool IsAt(NotApplicable cell, string principle, CycleStage stage) => cell.Principle == principle && cell.Stage == stage;

    private CommissioningActivity With(Guid claimId, Func<Claim, EvidenceClaim> change) => this with { Claims = Claims.With(claimId, change) };

    private CommissioningActivity With(string principle, CycleStage stage, Func<NotApplicable, NotApplicable> change) =>
        this with { NotApplicable = [.. NotApplicable.Select(cell => IsAt(cell, principle, stage) ? change(cell) : cell)] };
}
