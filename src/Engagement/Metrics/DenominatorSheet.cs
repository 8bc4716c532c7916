using EventStore;

namespace Engagement.Metrics;

/// <summary>A denominator set as figures name it.</summary>
public sealed record DenominatorSheet
{
    /// <summary>Which set.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was loaded.</summary>
    public required DenominatorSetLoaded Set { get; init; }

    /// <summary>When it was loaded.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>How many people are in each group.</summary>
    public IReadOnlyDictionary<string, int> Of(DenominatorDimension dimension) =>
        Set.Groups.Where(g => g.Dimension == dimension).ToDictionary(g => g.Key, g => g.Count);
}

public sealed class DenominatorSheetProjection : SingleStreamProjection<DenominatorSheet>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(DenominatorSetLoaded)];

    public override DenominatorSheet? Evolve(DenominatorSheet? snapshot, Guid id, IEvent e) => e.Data is DenominatorSetLoaded loaded
        ? new DenominatorSheet { Id = id, Set = loaded, LoadedAt = e.Timestamp }
        : snapshot;
}
