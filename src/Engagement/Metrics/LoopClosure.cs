namespace Engagement.Metrics;

/// <summary>
/// Of the loops that were due by a day (the promised date, else twelve weeks), how many are closed. A reopened loop is not; a "we cannot" that
/// was reasoned, published and told is.
/// </summary>
/// <param name="Closed">How many of those that were due are closed.</param>
/// <param name="Due">How many were due.</param>
public sealed record LoopClosure(int Closed, int Due)
{
    /// <summary>From 0 to 1; null where none was due.</summary>
    public double? Share => Due == 0 ? null : (double)Closed / Due;
}
