using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>How a cell stands under another edition, beside how it stood under the one it was scored by.</summary>
/// <param name="Principle">The key of the principle in the other edition.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Before">How the principles that it continues stood, the best of them; null where it is new.</param>
/// <param name="After">How it stands.</param>
public sealed record CellChange(string Principle, CycleStage Stage, CellState? Before, CellState After);
