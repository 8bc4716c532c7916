namespace EventStore;

/// <summary>An aggregate that folds its own stream.</summary>
/// <typeparam name="TSelf">The aggregate itself.</typeparam>
public interface IEvolve<TSelf> where TSelf : class, IEvolve<TSelf>
{
    /// <summary>The state after an event. Must be pure: the same state and event give the same state, always. Null means that there is nothing (any more).</summary>
    static abstract TSelf? Evolve(TSelf? state, IEvent e);
}
