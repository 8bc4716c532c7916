using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>A principle at a stage.</summary>
/// <param name="Principle">The key of the principle.</param>
/// <param name="Stage">The stage.</param>
/// <param name="State">How it stands.</param>
/// <param name="Claims">How many claims stand for it.</param>
/// <param name="WaitsForAgreement">Whether it is said not to apply, and no representative has answered yet.</param>
public sealed record CharterCell(string Principle, CycleStage Stage, CellState State, int Claims, bool WaitsForAgreement)
{
    /// <summary>What it counts: 2, 1 or 0; null where it does not apply.</summary>
    public int? Points => State switch
    {
        CellState.Evidenced => 2,
        CellState.Partly => 1,
        CellState.NotApplicable => null,
        _ => 0,
    };

    /// <summary>
    /// One claim that is disputed outweighs those that are accepted, until it is settled: what a representative says no to is not outvoted. [ours]
    /// </summary>
    internal static CharterCell Of(string principle, CycleStage stage, IReadOnlyCollection<Claim> claims, NotApplicable? notApplicable)
    {
        Claim[] standing = [.. claims.Where(claim => claim.Stands)];
        var state = notApplicable?.State == NotApplicableState.Agreed ? CellState.NotApplicable
            : standing.Any(claim => claim.State == ClaimState.Disputed) ? CellState.Disputed
            : standing.Any(claim => claim.State == ClaimState.Verified) ? CellState.Evidenced
            : standing.Length > 0 ? CellState.Partly
            : CellState.None;
        return new CharterCell(principle, stage, state, standing.Length, notApplicable?.State == NotApplicableState.Asked);
    }
}
