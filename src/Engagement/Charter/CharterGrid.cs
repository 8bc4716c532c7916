using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>Every principle at every stage. A score is never shown without it.</summary>
/// <param name="Cells">By principle, then stage.</param>
public sealed record CharterGrid(IReadOnlyList<CharterCell> Cells)
{
    private const int MostPoints = 2;

    public static IReadOnlyList<CycleStage> Stages { get; } = Enum.GetValues<CycleStage>();

    /// <summary>How many cells apply.</summary>
    public int Applicable => Cells.Count(cell => cell.Points is not null);

    /// <summary>The points of the cells that apply, together.</summary>
    public int Points => Cells.Sum(cell => cell.Points ?? 0);

    /// <summary>The points of all that there could be, from 0 to 1; null where no cell applies.</summary>
    public double? Score => Applicable == 0 ? null : (double)Points / (MostPoints * Applicable);

    /// <summary>The cells that count least: what to look at first. None where no cell applies.</summary>
    public IReadOnlyList<CharterCell> Lowest
    {
        get
        {
            var least = Cells.Min(cell => cell.Points);
            return [.. Cells.Where(cell => cell.Points is not null && cell.Points == least)];
        }
    }

    /// <summary>Whether the charter was kept, stage by stage.</summary>
    public IReadOnlyList<StageVerdict> Verdicts =>
    [
        .. Stages.Select(stage =>
        {
            CharterCell[] applicable = [.. Cells.Where(cell => cell.Stage == stage && cell.Points is not null)];
            string[] missing = [.. applicable.Where(cell => cell.Points == 0).Select(cell => cell.Principle)];
            return new StageVerdict(stage, applicable.Length == 0 ? null : missing.Length == 0, missing);
        }),
    ];

    public static CharterGrid Of(CharterEdition edition, CommissioningActivity activity) => new(
    [
        .. edition.Principles.SelectMany(principle => Stages.Select(stage => CharterCell.Of(
            principle.Key,
            stage,
            [.. activity.Claims.Where(claim => claim.Principle == principle.Key && claim.Stage == stage)],
            activity.FindNotApplicable(principle.Key, stage)))),
    ]);
}
