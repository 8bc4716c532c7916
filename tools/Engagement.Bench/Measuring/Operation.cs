namespace Engagement.Bench.Measuring;

/// <summary>One operation to be counted, by the worker of the given number.</summary>
internal delegate Task Operation(int worker, CancellationToken cancellationToken);
