namespace Engagement.Bench.Measuring;

/// <summary>How much was done, how long one operation took (the median, and what 99 of 100 stayed within), and the processor time for all.</summary>
internal readonly record struct Measurement(int Operations, double PerSecond, double MedianMilliseconds, double P99Milliseconds, CpuTimes Cpu)
{
    public double ClientCpuMicroseconds => Cpu.Client.TotalMicroseconds / Operations;

    public double ServerCpuMicroseconds => Cpu.Server.TotalMicroseconds / Operations;

    /// <summary>The same, counted in the smaller things that each operation did so many of.</summary>
    public Measurement Each(int parts) => this with { Operations = Operations * parts, PerSecond = PerSecond * parts };

    public static Measurement Of(List<TimeSpan> durations, TimeSpan elapsed, CpuTimes cpu)
    {
        durations.Sort();
        return new Measurement(durations.Count, durations.Count / elapsed.TotalSeconds, At(durations, 0.5), At(durations, 0.99), cpu);
    }

    /// <summary>Each figure's median over the rounds, so that one disturbed round does not decide. Processor time is counted coarsely, so that is added up.</summary>
    public static Measurement MedianOf(IReadOnlyCollection<Measurement> rounds) => new(
        rounds.Sum(round => round.Operations),
        MedianOf(rounds.Select(round => round.PerSecond)),
        MedianOf(rounds.Select(round => round.MedianMilliseconds)),
        MedianOf(rounds.Select(round => round.P99Milliseconds)),
        rounds.Aggregate(default(CpuTimes), (sum, round) => sum + round.Cpu));

    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <param name="sorted">Shortest first, and not empty.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double At(List<TimeSpan> sorted, double share) => sorted[(int)Math.Ceiling((sorted.Count - 1) * share)].TotalMilliseconds;
}
