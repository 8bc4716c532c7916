using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>A decision that comes out otherwise under another edition: whether the charter was kept at a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Before">Whether it was kept; null where no principle applied.</param>
/// <param name="After">Whether it is, under the other edition; null where no principle applies.</param>
public sealed record VerdictChange(CycleStage Stage, bool? Before, bool? After);
