namespace Engagement.Bench.Measuring;

/// <summary>Operations a second of the subject and of its ceiling, in the same run.</summary>
internal readonly record struct Comparison(double Subject, double Ceiling);
