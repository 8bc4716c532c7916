using Engagement.Charter;

namespace Engagement.InclusionStatements;

/// <summary>What happened, given as evidence that a statement is kept. As it is shown and as the rules see it.</summary>
public sealed record StatementClaim : EvidenceClaim
{
    /// <summary>The key of the statement.</summary>
    public required string Statement { get; init; }

    /// <summary>How it stands on a day: no event is needed for it to have become too old.</summary>
    public ClaimState On(DateOnly today) => State != ClaimState.Withdrawn && ExpiresOn <= today ? ClaimState.Expired : State;

    internal bool StandsOn(DateOnly today) => On(today) is ClaimState.Made or ClaimState.Verified or ClaimState.Disputed;
}
