using EventStore;

namespace Engagement.AccessLog;

/// <summary>What one process has recorded on one day.</summary>
public sealed record AccessDay : IEvolve<AccessDay>
{
    public int Readings { get; init; }

    public static AccessDay? Evolve(AccessDay? state, IEvent e) =>
        e.Data is ViewsRead or CommandUsed ? new AccessDay { Readings = (state?.Readings ?? 0) + 1 } : state;
}
