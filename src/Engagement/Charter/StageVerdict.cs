using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>Whether the charter was kept at a stage: it is where no principle that applies is at 0. [ours]</summary>
/// <param name="Stage">The stage.</param>
/// <param name="IsKept">Whether it was kept; null where no principle applies.</param>
/// <param name="Missing">The keys of the principles at 0.</param>
public sealed record StageVerdict(CycleStage Stage, bool? IsKept, IReadOnlyList<string> Missing);
