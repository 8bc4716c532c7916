namespace Engagement.Metrics;

/// <summary>
/// Of the loops that were due by a day (the promised date, else twelve weeks), how many are closed. A reopened loop is not; a "we cannot" that
/// was reasoned, published and told is.
/// </summary>
public sealed record LoopClosure(int Closed, int Due)
{
    /// <summary>From 0 to 1; null where none was due.</summary>
    public double? Share => Due == 0 ? null : (double)Closed / Due;
}
