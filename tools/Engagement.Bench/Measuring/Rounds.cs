using System.Diagnostics;

namespace Engagement.Bench.Measuring;

/// <summary>
/// Measures two ways of doing the same work in turns, so that whatever changes while the run lasts (other load, tables that grow, a
/// processor that slows down when hot) changes for both.
/// </summary>
internal sealed record Rounds(int Count, TimeSpan Length, TimeSpan WarmUp)
{
    /// <param name="subject">One operation of the subject, by the worker of the given number.</param>
    /// <param name="ceiling">One operation of the best that could be.</param>
    /// <param name="concurrency">How many workers do it at the same time.</param>
    /// <param name="cancellationToken">Ends the measurement early, with an OperationCanceledException.</param>
    public async Task<Comparison> CompareAsync(Operation subject, Operation ceiling, int concurrency, CancellationToken cancellationToken)
    {
        await MeasureAsync(subject, concurrency, WarmUp, cancellationToken);
        await MeasureAsync(ceiling, concurrency, WarmUp, cancellationToken);

        var (ofSubject, ofCeiling) = (Pace.Zero, Pace.Zero);
        for (var round = 0; round < Count; round++)
        {
            // Who goes first changes each round: A B B A A B ..., so that a steady drift cancels too.
            if (round % 2 == 0)
                ofSubject += await MeasureAsync(subject, concurrency, Length, cancellationToken);
            ofCeiling += await MeasureAsync(ceiling, concurrency, Length, cancellationToken);
            if (round % 2 == 1)
                ofSubject += await MeasureAsync(subject, concurrency, Length, cancellationToken);
        }

        return new Comparison(ofSubject.PerSecond, ofCeiling.PerSecond);
    }

    private static async Task<Pace> MeasureAsync(Operation operation, int concurrency, TimeSpan length, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(worker => Task.Run(
            async () =>
            {
                var count = 0L;
                for (; Stopwatch.GetElapsedTime(start) < length; count++)
                    await operation(worker, cancellationToken);
                return count;
            },
            cancellationToken)));
        return new Pace(counts.Sum(), Stopwatch.GetElapsedTime(start));
    }

    private readonly record struct Pace(long Operations, TimeSpan Time)
    {
        public static Pace Zero => default;

        public double PerSecond => Operations / Time.TotalSeconds;

        public static Pace operator +(Pace one, Pace other) => new(one.Operations + other.Operations, one.Time + other.Time);
    }
}
