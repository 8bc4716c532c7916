using System.Diagnostics;

namespace Engagement.Bench.Measuring;

/// <summary>
/// Measures ways of doing the same work in turns, so that whatever changes while the run lasts (other load, tables that grow, a
/// processor that slows down when hot) changes for all. Reports medians of the rounds. A round is never less than one operation.
/// </summary>
internal sealed record Rounds(int Count, TimeSpan Length, TimeSpan WarmUp, Func<CpuTimes> Cpu)
{
    /// <param name="subject">What is measured.</param>
    /// <param name="ceiling">The best that could be.</param>
    /// <param name="concurrency">How many workers do it at the same time.</param>
    /// <param name="cancellationToken">Ends the measurement early, with an OperationCanceledException.</param>
    public async Task<Comparison> CompareAsync(Workload subject, Workload ceiling, int concurrency, CancellationToken cancellationToken)
    {
        var medians = await CompareAsync([subject, ceiling], concurrency, cancellationToken);
        return new Comparison(medians[0], medians[1]);
    }

    /// <summary>Measures any number of ways in turns.</summary>
    /// <returns>The median of each, in the order given.</returns>
    public async Task<Measurement[]> CompareAsync(IReadOnlyList<Workload> workloads, int concurrency, CancellationToken cancellationToken)
    {
        foreach (var workload in workloads)
            await MeasureAsync(workload, concurrency, WarmUp, cancellationToken);

        var measured = workloads.Select(_ => new List<Measurement>()).ToArray();
        for (var round = 0; round < Count; round++)
        {
            // Who goes first changes each round: A B B A A B ..., so that a steady drift cancels too.
            foreach (var turn in round % 2 == 0 ? Enumerable.Range(0, workloads.Count) : Enumerable.Range(0, workloads.Count).Reverse())
                measured[turn].Add(await MeasureAsync(workloads[turn], concurrency, Length, cancellationToken));
        }

        return Array.ConvertAll(measured, Measurement.MedianOf);
    }

    /// <summary>One round of one way.</summary>
    private async Task<Measurement> MeasureAsync(Workload workload, int concurrency, TimeSpan length, CancellationToken cancellationToken)
    {
        var cpuTimes = workload.Cpu ?? Cpu;
        var cpu = cpuTimes();
        var start = Stopwatch.GetTimestamp();
        var durations = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(worker => Task.Run(
            async () =>
            {
                var ofWorker = new List<TimeSpan>();
                var begun = start;
                do
                {
                    await workload.Operation(worker, cancellationToken);
                    var now = Stopwatch.GetTimestamp();
                    ofWorker.Add(Stopwatch.GetElapsedTime(begun, now));
                    begun = now;
                }
                while (Stopwatch.GetElapsedTime(start, begun) < length);

                return ofWorker;
            },
            cancellationToken)));
        if (workload.Finish is { } finish)
            await finish(cancellationToken);

        var elapsed = Stopwatch.GetElapsedTime(start);
        return Measurement.Of([.. durations.SelectMany(ofWorker => ofWorker)], elapsed, cpuTimes() - cpu);
    }
}
