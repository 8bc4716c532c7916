using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>A commissioning activity's record looked at by another edition: nothing of what was recorded changes.</summary>
/// <param name="From">The edition it was scored by.</param>
/// <param name="To">The edition it is looked at by.</param>
/// <param name="Before">How it was scored.</param>
/// <param name="After">How it would be.</param>
/// <param name="IsConnected">Whether one of the editions continues the other; where none does, nothing carries over.</param>
/// <param name="Cells">The cells that stand otherwise, or are new.</param>
/// <param name="Verdicts">The stages at which the decision comes out otherwise.</param>
/// <param name="Dropped">The keys of the principles whose claims count nowhere in the other edition.</param>
public sealed record RescoredActivity(
    CharterEdition From,
    CharterEdition To,
    CharterGrid Before,
    CharterGrid After,
    bool IsConnected,
    IReadOnlyList<CellChange> Cells,
    IReadOnlyList<VerdictChange> Verdicts,
    IReadOnlyList<string> Dropped)
{
    /// <summary>
    /// The claims of each principle count for the one that continues it. Where one continues several, the claims of all of them count, and it does not apply
    /// only where none of them did.
    /// </summary>
    public static RescoredActivity Of(
        CommissioningActivity activity, CharterEdition from, CharterEdition to, IReadOnlyDictionary<Guid, CharterEdition> editions)
    {
        var lineage = PrincipleLineage.Between(from, to, editions);
        IReadOnlyList<string> FromOf(string principle) => lineage?.GetValueOrDefault(principle) ?? [];

        var before = CharterGrid.Of(from, activity);
        var after = new CharterGrid(
        [
            .. to.Principles.SelectMany(principle => CharterGrid.Stages.Select(stage =>
            {
                var old = FromOf(principle.Key);
                return CharterCell.Of(
                    principle.Key,
                    stage,
                    [.. activity.Claims.Where(claim => claim.Stage == stage && old.Contains(claim.Principle))],
                    Together([.. old.Select(key => activity.FindNotApplicable(key, stage))]));
            })),
        ]);
        CellChange[] changes =
        [
            .. after.Cells.Select(cell => new CellChange(cell.Principle, cell.Stage, BestOf(before, FromOf(cell.Principle), cell.Stage), cell.State))
                .Where(change => change.Before != change.After),
        ];
        VerdictChange[] verdicts =
        [
            .. before.Verdicts.Zip(after.Verdicts, (one, other) => new VerdictChange(one.Stage, one.IsKept, other.IsKept))
                .Where(change => change.Before != change.After),
        ];
        string[] dropped =
        [
            .. from.Principles.Select(principle => principle.Key)
                .Where(key => activity.Claims.Any(claim => claim.Stands && claim.Principle == key) && !to.Principles.Any(one => FromOf(one.Key).Contains(key))),
        ];
        return new RescoredActivity(from, to, before, after, lineage is not null, changes, verdicts, dropped);
    }

    private static NotApplicable? Together(NotApplicable?[] marks) =>
        marks.Length > 0 && marks.All(mark => mark?.State == NotApplicableState.Agreed) ? marks[0] : null;

    private static CellState? BestOf(CharterGrid grid, IReadOnlyList<string> principles, CycleStage stage) => grid.Cells
        .Where(cell => cell.Stage == stage && principles.Contains(cell.Principle))
        .OrderByDescending(cell => cell.Points ?? -1)
        .Select(cell => (CellState?)cell.State)
        .FirstOrDefault();
}
