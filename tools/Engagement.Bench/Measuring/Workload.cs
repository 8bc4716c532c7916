namespace Engagement.Bench.Measuring;

/// <summary>What is done again and again, and what that leaves to be done.</summary>
/// <param name="Operation">One operation.</param>
/// <param name="Finish">Completes when all that the operations have started is done. Its time counts: work put off is not work saved.</param>
/// <param name="Cpu">The processor time used so far by who does it, when that is not the same for all workloads.</param>
internal sealed record Workload(Operation Operation, Func<CancellationToken, Task>? Finish = null, Func<CpuTimes>? Cpu = null);
