using Engagement.Charter;

namespace Engagement.InclusionStatements;

/// <summary>What happened, given as evidence that a statement is kept. As it is shown and as the rules see it.</summary>
public sealed record StatementClaim
{
    /// <summary>The claim.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key of the statement.</summary>
    public required string Statement { get; init; }

    /// <summary>What happened.</summary>
    public required EvidenceItem Evidence { get; init; }

    /// <summary>How it shows that the statement is kept.</summary>
    public required string Explanation { get; init; }

    /// <summary>The code of the organisation that gives it.</summary>
    public required string Organisation { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The first day on which what it rests on is too old.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>The pseudonym of who gave it.</summary>
    public Guid? By { get; init; }

    /// <summary>How it stands, whatever its age.</summary>
    public ClaimState State { get; init; }

    /// <summary>The code of the organisation whose representative looked at it last.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why it is disputed or was taken back.</summary>
    public string? Reason { get; init; }

    /// <summary>How it stands on a day: no event is needed for it to have become too old.</summary>
    public ClaimState On(DateOnly today) => State != ClaimState.Withdrawn && ExpiresOn <= today ? ClaimState.Expired : State;

    internal bool StandsOn(DateOnly today) => On(today) is ClaimState.Made or ClaimState.Verified or ClaimState.Disputed;
}
