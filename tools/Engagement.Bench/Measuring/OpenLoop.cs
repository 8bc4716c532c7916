using System.Collections.Concurrent;
using System.Diagnostics;

namespace Engagement.Bench.Measuring;

/// <summary>
/// Work that arrives at fixed moments, whether or not what came before is done. Its time is counted from the moment at which it was due and not from
/// when it could be begun: what a slow server keeps waiting is part of what people wait for.
/// </summary>
internal static class OpenLoop
{
    /// <param name="perSecond">How much arrives in a second, evenly.</param>
    /// <param name="length">For how long.</param>
    /// <param name="work">One of it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How it went, when all of it is done.</returns>
    public static async Task<Arrivals> RunAsync(int perSecond, TimeSpan length, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var count = (int)(perSecond * length.TotalSeconds);
        var tasks = new List<Task>(count);
        var times = new ConcurrentBag<TimeSpan>();
        var failures = new ConcurrentBag<Exception>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            var early = due - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
                await Task.Delay(early, cancellationToken);
            tasks.Add(Task.Run(() => OneAsync(due), cancellationToken));
        }

        await Task.WhenAll(tasks);
        var elapsed = Stopwatch.GetElapsedTime(start);
        List<TimeSpan> sorted = [.. times.Order()];
        return new Arrivals(sorted, elapsed, [.. failures]);

        async Task OneAsync(TimeSpan due)
        {
            try
            {
                await work(cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(start) - due);
            }
            catch (Exception failure) when (failure is BenchmarkException or HttpRequestException)
            {
                failures.Add(failure);
            }
        }
    }
}

/// <param name="Times">From when each was due to when it was done, shortest first; without those that failed.</param>
/// <param name="Elapsed">From the first arrival to the last that was done.</param>
/// <param name="Failures">Why others were not done.</param>
internal sealed record Arrivals(List<TimeSpan> Times, TimeSpan Elapsed, IReadOnlyList<Exception> Failures)
{
    public double Milliseconds(double share) => Measurement.At(Times, share);

    public double PerSecond => Times.Count / Elapsed.TotalSeconds;
}
