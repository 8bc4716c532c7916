using System.Diagnostics;

namespace Engagement.Bench.Measuring;

/// <summary>
/// Measures two ways of doing the same work in turns, so that whatever changes while the run lasts (other load, tables that grow, a
/// processor that slows down when hot) changes for both. Reports medians of the rounds. A round is never less than one operation.
/// </summary>
internal sealed record Rounds(int Count, TimeSpan Length, TimeSpan WarmUp, Func<CpuTimes> Cpu)
{
    /// <param name="subject">What is measured.</param>
    /// <param name="ceiling">The best that could be.</param>
    /// <param name="concurrency">How many workers do it at the same time.</param>
    /// <param name="cancellationToken">Ends the measurement early, with an OperationCanceledException.</param>
    public async Task<Comparison> CompareAsync(Workload subject, Workload ceiling, int concurrency, CancellationToken cancellationToken)
    {
        await MeasureAsync(subject, concurrency, WarmUp, cancellationToken);
        await MeasureAsync(ceiling, concurrency, WarmUp, cancellationToken);

        var ofSubject = new List<Measurement>(Count);
        var ofCeiling = new List<Measurement>(Count);
        for (var round = 0; round < Count; round++)
        {
            // Who goes first changes each round: A B B A A B ..., so that a steady drift cancels too.
            if (round % 2 == 0)
                ofSubject.Add(await MeasureAsync(subject, concurrency, Length, cancellationToken));
            ofCeiling.Add(await MeasureAsync(ceiling, concurrency, Length, cancellationToken));
            if (round % 2 == 1)
                ofSubject.Add(await MeasureAsync(subject, concurrency, Length, cancellationToken));
        }

        return new Comparison(Measurement.MedianOf(ofSubject), Measurement.MedianOf(ofCeiling));
    }

    /// <summary>One round of one way.</summary>
    public async Task<Measurement> MeasureAsync(Workload workload, int concurrency, TimeSpan length, CancellationToken cancellationToken)
    {
        var cpu = Cpu();
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
        return Measurement.Of([.. durations.SelectMany(ofWorker => ofWorker)], elapsed, Cpu() - cpu);
    }
}
