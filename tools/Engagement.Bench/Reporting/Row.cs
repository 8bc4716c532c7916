namespace Engagement.Bench.Reporting;

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">What the value and the ceiling count.</param>
/// <param name="Ceiling">The best that could be, measured in the same run; absent where nothing comparable exists.</param>
/// <param name="PeakMemoryMegabytes">The most memory the measuring process had resident while this row was measured.</param>
internal sealed record Row(string Name, double Value, string Unit, double? Ceiling, double PeakMemoryMegabytes)
{
    /// <summary>The value as a share of the ceiling.</summary>
    public double? Ratio => Value / Ceiling;
}
