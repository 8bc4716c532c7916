namespace Engagement.Bench.Measuring;

/// <summary>The subject and its ceiling, measured in the same run.</summary>
internal readonly record struct Comparison(Measurement Subject, Measurement Ceiling)
{
    /// <summary>The same, counted in the smaller things that each operation did so many of.</summary>
    public Comparison Each(int parts) => new(Subject.Each(parts), Ceiling.Each(parts));
}
