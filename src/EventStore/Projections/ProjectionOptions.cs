namespace EventStore;

/// <summary>What is projected, and when.</summary>
public sealed class ProjectionOptions
{
    private readonly List<ProjectionRegistration> _registrations = [];

    /// <summary>
    /// The most events that the daemon hands to a projection or subscription at once. It begins with fewer, and hands over more as long as that is quick.
    /// Documents and flat tables that are far behind are taken along in memory, 500 events or fewer at a time, and written when 10,000 have changed or half a second
    /// has passed; all others are written at once, so that this is also the most in one transaction.
    /// </summary>
    public int BatchSize { get; set; } = 10_000;

    /// <summary>
    /// How long a number of the log that nobody holds a lock for has to be missing before it is taken never to come. Zero, for no waiting, is right while every
    /// writer takes its numbers in the transaction that inserts its events, as this store does and Marten in its Quick mode. Marten in Rich mode takes them
    /// beforehand: give it longer than such a writer ever needs from there to its commit, such as three seconds.
    /// </summary>
    public TimeSpan StaleSequenceThreshold { get; set; }

    /// <summary>What becomes of events that cannot be handled, for all that is not registered with a policy of its own.</summary>
    public ErrorHandlingOptions Errors { get; } = new();

    internal IReadOnlyList<ProjectionRegistration> Registrations => _registrations;

    /// <summary>The documents that projections keep in tables, and what they are identified by; null when by their stream.</summary>
    internal Dictionary<Type, StreamIdentity?> DocumentTypes { get; } = [];

    internal List<FlatTable> FlatTables { get; } = [];

    /// <summary>Adds a projection of single streams.</summary>
    public void Add<TDoc, TId>(
        SingleStreamProjection<TDoc, TId> projection, ProjectionLifecycle lifecycle, Action<AsyncOptions>? configure = null)
        where TDoc : class
        where TId : notnull =>
        AddDocument(projection, lifecycle, configure);

    /// <summary>Adds a projection of many streams; inline or async.</summary>
    public void Add<TDoc, TId>(
        MultiStreamProjection<TDoc, TId> projection, ProjectionLifecycle lifecycle, Action<AsyncOptions>? configure = null)
        where TDoc : class
        where TId : notnull
    {
        RefuseLive(projection?.Name, lifecycle);
        AddDocument(projection!, lifecycle, configure);
    }

    /// <summary>Adds a projection of your own making; inline or async.</summary>
    public void Add(IProjection projection, ProjectionLifecycle lifecycle, Action<AsyncOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(projection);
        RefuseLive(projection.Name, lifecycle);
        Add(new ProjectionRegistration(projection.Name, lifecycle, null, null, store => new CustomProcessor(store, projection), projection, Configured(configure)));
    }

    /// <summary>Adds a projection into a table of plain columns; inline or async.</summary>
    public void Add(FlatTableProjection projection, ProjectionLifecycle lifecycle, Action<AsyncOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(projection);
        RefuseLive(projection.Name, lifecycle);
        Add(new ProjectionRegistration(projection.Name, lifecycle, null, null, store => new FlatTableProcessor(store, projection), projection, Configured(configure)));
        FlatTables.Add(projection.Table);
    }

    /// <summary>Keeps an aggregate that folds itself as a document of its own.</summary>
    public void Snapshot<T>(ProjectionLifecycle lifecycle, Action<AsyncOptions>? configure = null) where T : class, IEvolve<T> =>
        AddDocument(new SnapshotProjection<T>(), lifecycle, configure);

    /// <summary>Adds a subscription, run by the daemon.</summary>
    public void Subscribe(ISubscription subscription, Action<AsyncOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        Add(new ProjectionRegistration(
            subscription.Name, ProjectionLifecycle.Async, null, null, store => new SubscriptionProcessor(store, subscription), subscription, Configured(configure)));
    }

    private static AsyncOptions Configured(Action<AsyncOptions>? configure)
    {
        var options = new AsyncOptions();
        configure?.Invoke(options);
        return options;
    }

    private static void RefuseLive(string? name, ProjectionLifecycle lifecycle)
    {
        if (lifecycle == ProjectionLifecycle.Live)
        {
            throw new InvalidStoreUseException(
                "PROJECTION_CANNOT_BE_LIVE", $"Projection '{name}' cannot be live: only the projection of a single stream can be computed when asked for.");
        }
    }

    private void AddDocument(IDocumentProjection projection, ProjectionLifecycle lifecycle, Action<AsyncOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(projection);
        Add(new ProjectionRegistration(
            projection.Name, lifecycle, projection.DocumentType, projection.DocumentIdentity, projection.CreateProcessor, projection, Configured(configure)));
        if (lifecycle != ProjectionLifecycle.Live) DocumentTypes[projection.DocumentType] = projection.DocumentIdentity;
    }

    private void Add(ProjectionRegistration registration)
    {
        if (_registrations.Exists(known => known.Name == registration.Name))
        {
            throw new InvalidStoreUseException(
                "PROJECTION_NAME_TAKEN", $"Two projections or subscriptions are named '{registration.Name}'. Progress is kept by name, so give one of them another.");
        }

        _registrations.Add(registration);
    }
}
