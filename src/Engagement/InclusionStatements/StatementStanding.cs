using Engagement.Charter;

namespace Engagement.InclusionStatements;

/// <summary>A statement with how it stands on a day.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="State">Whether it has evidence.</param>
/// <param name="Claims">What is given as evidence, in the order it was.</param>
/// <param name="Rejected">What was proposed and not taken.</param>
public sealed record StatementStanding(
    InclusionStatement Statement, StatementState State, IReadOnlyList<StatementClaim> Claims, IReadOnlyList<RejectedForStatement> Rejected)
{
    /// <summary>One claim that is disputed outweighs those that are accepted, until it is settled, as in the cells of a charter. [ours]</summary>
    internal static StatementStanding Of(InclusionStatement statement, StatementDocument document, DateOnly today)
    {
        StatementClaim[] claims = [.. document.Claims.Where(claim => claim.Statement == statement.Key)];
        ClaimState[] standing = [.. claims.Where(claim => claim.StandsOn(today)).Select(claim => claim.State)];
        var state = standing.Contains(ClaimState.Disputed) ? StatementState.Disputed
            : standing.Contains(ClaimState.Verified) ? StatementState.Evidenced
            : standing.Length > 0 ? StatementState.Claimed
            : StatementState.None;
        return new StatementStanding(statement, state, claims, [.. document.Rejected.Where(one => one.Statement == statement.Key)]);
    }
}
