namespace EventStore;

/// <summary>Bridges a type known to fold itself only at run time to its static method.</summary>
internal abstract class SelfFold<T> where T : class
{
    public abstract T? Evolve(T? state, IEvent e);
}

internal sealed class SelfFoldOf<T> : SelfFold<T> where T : class, IEvolve<T>
{
    public override T? Evolve(T? state, IEvent e) => T.Evolve(state, e);
}
