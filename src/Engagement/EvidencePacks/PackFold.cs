using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>Things of one kind as the events that were recorded by a moment tell them.</summary>
internal sealed class PackFold<T>(Func<T?, IEvent, T?> evolve, IReadOnlyCollection<Type> types) : IPackFold
    where T : class
{
    private readonly Dictionary<Guid, T> _things = [];

    public IReadOnlyCollection<Type> Types => types;

    public IReadOnlyDictionary<Guid, T> Things => _things;

    public void Apply(IEvent e)
    {
        if (evolve(_things.GetValueOrDefault(e.StreamId), e) is { } thing)
            _things[e.StreamId] = thing;
    }
}

internal interface IPackFold
{
    IReadOnlyCollection<Type> Types { get; }

    void Apply(IEvent e);
}
