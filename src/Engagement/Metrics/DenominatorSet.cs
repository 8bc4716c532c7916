using EventStore;

namespace Engagement.Metrics;

/// <summary>A dated population reference. Loaded is all that ever happens to it.</summary>
public sealed record DenominatorSet : IEvolve<DenominatorSet>
{
    public required DenominatorSetLoaded Loaded { get; init; }

    public static DenominatorSet? Evolve(DenominatorSet? state, IEvent e) => (state, e.Data) switch
    {
        (null, DenominatorSetLoaded loaded) => new DenominatorSet { Loaded = loaded },
        _ => state,
    };
}
