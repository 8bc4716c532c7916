namespace Engagement.Bench.Benchmarks;

/// <summary>One document a stream. It is as large after a hundred events as after one, so that a longer run measures the same.</summary>
internal sealed record LatestView(Guid Consultation, string Audience, int Agreement, string[] Choices, string Words, DateTimeOffset At);
