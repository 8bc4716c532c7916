namespace Engagement.Bench.Measuring;

/// <summary>What is done again and again, and what that leaves to be done.</summary>
/// <param name="Operation">One operation.</param>
/// <param name="Finish">Completes when all that the operations have started is done. Its time counts: work put off is not work saved.</param>
internal sealed record Workload(Operation Operation, Func<CancellationToken, Task>? Finish = null);
