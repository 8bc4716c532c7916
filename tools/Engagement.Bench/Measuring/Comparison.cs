namespace Engagement.Bench.Measuring;

/// <summary>The subject and its ceiling, measured in the same run.</summary>
internal readonly record struct Comparison(Measurement Subject, Measurement Ceiling);
