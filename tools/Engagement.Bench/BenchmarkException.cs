namespace Engagement.Bench;

/// <summary>A benchmark found that what it measured is not what it claims to measure.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
