using System.ComponentModel;

namespace GraphQL.Data;

/// <summary>The data loaders of one execution. The executor asks it to dispatch when nothing else is left to run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DataLoaderScope
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyDictionary<Type, Func<DataLoaderScope, object>> _factories;
    private readonly IBatchScheduler _scheduler;
    private readonly Dictionary<Type, object> _loaders = [];
    private List<IBatch> _waiting = [];
    private object? _last;

    internal DataLoaderScope(
        IReadOnlyDictionary<Type, Func<DataLoaderScope, object>> factories,
        IServiceProvider services,
        IBatchScheduler scheduler,
        CancellationToken cancellation)
    {
        _factories = factories;
        _scheduler = scheduler;
        Services = services;
        Cancellation = cancellation;
    }

    internal IServiceProvider Services { get; }

    internal CancellationToken Cancellation { get; }

    internal bool HasWaiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count > 0;
        }
    }

    internal T Get<T>()
        where T : notnull
    {
        // All items of a list ask for the same one.
        if (_last is Known<T> last)
            return last.Loader;
        lock (_gate)
        {
            if (!_loaders.TryGetValue(typeof(T), out var loader))
            {
                if (!_factories.TryGetValue(typeof(T), out var create))
                {
                    throw new InvalidOperationException(
                        $"There is no data loader '{typeof(T).Name}'. Mark a method with [DataLoader] and add its assembly's types to the server.");
                }
                _loaders[typeof(T)] = loader = create(this);
            }
            _last = new Known<T>((T)loader);
            return (T)loader;
        }
    }

    /// <summary>Remembers a loader that has keys to load.</summary>
    internal void Wait(IBatch batch)
    {
        lock (_gate)
            _waiting.Add(batch);
        _scheduler.Signal();
    }

    /// <summary>Starts every batch that waits, all before any of them is awaited.</summary>
    internal void Dispatch()
    {
        List<IBatch> batches;
        lock (_gate)
        {
            batches = _waiting;
            _waiting = [];
        }
        foreach (var batch in batches)
            batch.Start();
    }

    /// <summary>Has something done where the executor runs, so that all resolvers that waited go on before the next dispatch.</summary>
    internal void Post(Action publish) => _scheduler.Post(publish);

    private sealed class Known<T>(T loader)
    {
        public T Loader { get; } = loader;
    }
}
