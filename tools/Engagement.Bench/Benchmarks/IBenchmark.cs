using Engagement.Bench.Reporting;

namespace Engagement.Bench.Benchmarks;

/// <summary>One name on the command line. It is added in Program.cs.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>What is measured against what, in one line.</summary>
    string Description { get; }

    Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken);
}
