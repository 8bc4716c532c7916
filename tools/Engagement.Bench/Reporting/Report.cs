namespace Engagement.Bench.Reporting;

/// <summary>All that one run found, and where.</summary>
internal sealed record Report(Machine Machine, bool Quick, IReadOnlyList<Row> Rows);
