using System.Collections.Concurrent;

namespace EventStore;

/// <summary>The projections of one store, ready to run.</summary>
internal sealed class ProjectionRegistry
{
    private readonly ConcurrentDictionary<Type, Delegate> _folds = new();
    private readonly ProjectionOptions _options;

    public ProjectionRegistry(ProjectionOptions options, DocumentStore store)
    {
        _options = options;
        Inline = Processors(ProjectionLifecycle.Inline, store);
        Async = Processors(ProjectionLifecycle.Async, store);
    }

    public IReadOnlyList<EventProcessor> Inline { get; }
    public IReadOnlyList<EventProcessor> Async { get; }
    public int BatchSize => _options.BatchSize;

    /// <summary>The asynchronous projection or subscription of a name.</summary>
    /// <exception cref="InvalidStoreUseException">There is none.</exception>
    public EventProcessor FindAsync(string name) =>
        Async.FirstOrDefault(processor => processor.Name == name)
        ?? throw new InvalidStoreUseException(
            "PROJECTION_UNKNOWN",
            $"There is no asynchronous projection or subscription named '{name}'. There are: {string.Join(", ", Async.Select(processor => processor.Name))}.");

    /// <summary>How to fold a stream into <typeparamref name="T"/>; worked out once per type.</summary>
    public Func<T?, IEvent, T?> FoldOf<T>() where T : class =>
        (Func<T?, IEvent, T?>)_folds.GetOrAdd(typeof(T), static (_, registry) => registry.FindFold<T>(), this);

    /// <summary>The projection that keeps <typeparamref name="T"/> inline, one document a stream; null when there is none.</summary>
    public SingleStreamProcessor<T>? InlineDocument<T>() where T : class
    {
        foreach (var processor in Inline)
        {
            if (processor is SingleStreamProcessor<T> found) return found;
        }

        return null;
    }

    private List<EventProcessor> Processors(ProjectionLifecycle lifecycle, DocumentStore store) =>
        [.. _options.Registrations.Where(one => one.Lifecycle == lifecycle).Select(one => one.ProcessorFor(store))];

    private Func<T?, IEvent, T?> FindFold<T>() where T : class
    {
        if (_options.Registrations.FirstOrDefault(one => one.Source is IFold<T> && one.DocumentIdentity is null) is { Source: IFold<T> projection })
            return (state, e) => projection.Fold(state, Identity.Of(e), e);

        if (Array.Exists(typeof(T).GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEvolve<>)))
            return ((SelfFold<T>)Activator.CreateInstance(typeof(SelfFoldOf<>).MakeGenericType(typeof(T)))!).Evolve;

        throw new InvalidStoreUseException(
            "AGGREGATE_CANNOT_FOLD", $"'{typeof(T)}' cannot be folded from a stream. Implement IEvolve<{typeof(T).Name}>, or add a SingleStreamProjection for it.");
    }
}
