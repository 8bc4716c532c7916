namespace Engagement.Bench.Benchmarks;

/// <summary>One document from the events of many streams.</summary>
internal sealed record ConsultationViews(int Views, int Agreement, string LatestWords);
