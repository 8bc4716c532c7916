using Engagement.Bench.Measuring;

namespace Engagement.Bench.Benchmarks;

/// <summary>What a benchmark is given: a PostgreSQL to make databases in, and how thorough to be.</summary>
internal sealed record BenchmarkContext(ThrowawayPostgres Postgres, bool Quick)
{
    public Rounds Rounds => Quick
        ? new Rounds(Count: 4, Length: TimeSpan.FromSeconds(0.5), WarmUp: TimeSpan.FromSeconds(1))
        : new Rounds(Count: 10, Length: TimeSpan.FromSeconds(2), WarmUp: TimeSpan.FromSeconds(4));

    /// <summary>An empty database.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancellationToken) => Postgres.CreateDatabaseAsync(cancellationToken);
}
