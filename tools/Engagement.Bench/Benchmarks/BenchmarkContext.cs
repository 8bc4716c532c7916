using Engagement.Bench.Measuring;

namespace Engagement.Bench.Benchmarks;

/// <summary>What a benchmark is given: a PostgreSQL to make databases in, and how thorough to be.</summary>
internal sealed record BenchmarkContext(ThrowawayPostgres Postgres, bool Quick)
{
    public Rounds Rounds => Quick
        ? new Rounds(Count: 4, Length: TimeSpan.FromSeconds(0.5), WarmUp: TimeSpan.FromSeconds(1), Postgres.CpuTimes)
        : new Rounds(Count: 10, Length: TimeSpan.FromSeconds(2), WarmUp: TimeSpan.FromSeconds(4), Postgres.CpuTimes);

    /// <summary>For work of which one operation takes seconds: each round is one.</summary>
    public Rounds LongRounds => new(Count: Quick ? 2 : 4, Length: TimeSpan.Zero, WarmUp: TimeSpan.Zero, Postgres.CpuTimes);

    /// <summary>An empty database.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancellationToken) => Postgres.CreateDatabaseAsync(cancellationToken);

    /// <summary>Tells who waits how long work goes on; standard output is the report's.</summary>
    public static void Say(string sentence) => Console.Error.WriteLine($"  {sentence}");
}
