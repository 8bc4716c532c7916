namespace Engagement.Bench.Measuring;

/// <summary>How much was done, and how long one operation took: the median, and what 99 of 100 stayed within.</summary>
internal readonly record struct Measurement(double PerSecond, double MedianMilliseconds, double P99Milliseconds)
{
    public static Measurement Of(List<TimeSpan> durations, TimeSpan elapsed)
    {
        durations.Sort();
        return new Measurement(durations.Count / elapsed.TotalSeconds, At(durations, 0.5), At(durations, 0.99));
    }

    /// <summary>Each figure's median over the rounds, so that one disturbed round does not decide.</summary>
    public static Measurement MedianOf(IReadOnlyCollection<Measurement> rounds) => new(
        MedianOf(rounds.Select(round => round.PerSecond)),
        MedianOf(rounds.Select(round => round.MedianMilliseconds)),
        MedianOf(rounds.Select(round => round.P99Milliseconds)));

    private static double At(List<TimeSpan> sorted, double share) => sorted[(int)Math.Ceiling((sorted.Count - 1) * share)].TotalMilliseconds;

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
