namespace EventStore;

/// <summary>How one daemon is when it is looked at.</summary>
/// <param name="HighWaterMark">The log position up to which nothing can appear any more; negative when it is not known.</param>
/// <param name="Projections">Those that run in this process.</param>
internal sealed record DaemonMeasurement(long HighWaterMark, IReadOnlyList<ProjectionMeasurement> Projections);

/// <param name="Name">The projection or subscription.</param>
/// <param name="Lag">Log positions that it has yet to pass; null where a rebuild tells of itself alone.</param>
/// <param name="Delay">For how long it has been behind; zero when it is not; null likewise.</param>
/// <param name="RebuildProgress">From 0 to 1 while it is rebuilt; null otherwise.</param>
internal readonly record struct ProjectionMeasurement(string Name, long? Lag, TimeSpan? Delay, double? RebuildProgress);
