using EventStore;

namespace Engagement.Measures;

/// <summary>A measure as its rules see it.</summary>
public sealed record Measure(MeasureRecord Record) : IEvolve<Measure>
{
    public static Measure? Evolve(Measure? state, IEvent e) => MeasureRecord.After(state?.Record, e.Data) is { } record ? new Measure(record) : null;
}
