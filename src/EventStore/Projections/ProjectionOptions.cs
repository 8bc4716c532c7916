namespace EventStore;

/// <summary>What is projected, and when.</summary>
public sealed class ProjectionOptions
{
    private readonly List<ProjectionRegistration> _registrations = [];

    /// <summary>The most events that the daemon handles in one transaction.</summary>
    public int BatchSize { get; set; } = 1000;

    internal IReadOnlyList<ProjectionRegistration> Registrations => _registrations;

    /// <summary>The documents that projections keep in tables, and what they are identified by; null when by their stream.</summary>
    internal Dictionary<Type, StreamIdentity?> DocumentTypes { get; } = [];

    /// <summary>Adds a projection of single streams.</summary>
    public void Add<TDoc, TId>(SingleStreamProjection<TDoc, TId> projection, ProjectionLifecycle lifecycle) where TDoc : class where TId : notnull =>
        AddDocument(projection, lifecycle);

    /// <summary>Adds a projection of many streams; inline or async.</summary>
    public void Add<TDoc, TId>(MultiStreamProjection<TDoc, TId> projection, ProjectionLifecycle lifecycle) where TDoc : class where TId : notnull
    {
        RefuseLive(projection?.Name, lifecycle);
        AddDocument(projection!, lifecycle);
    }

    /// <summary>Adds a projection of your own making; inline or async.</summary>
    public void Add(IProjection projection, ProjectionLifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(projection);
        RefuseLive(projection.Name, lifecycle);
        Add(new ProjectionRegistration(projection.Name, lifecycle, null, null, store => new CustomProcessor(store, projection), projection));
    }

    /// <summary>Keeps an aggregate that folds itself as a document of its own.</summary>
    public void Snapshot<T>(ProjectionLifecycle lifecycle) where T : class, IEvolve<T> => AddDocument(new SnapshotProjection<T>(), lifecycle);

    /// <summary>Adds a subscription, run by the daemon.</summary>
    public void Subscribe(ISubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        Add(new ProjectionRegistration(
            subscription.Name, ProjectionLifecycle.Async, null, null, store => new SubscriptionProcessor(store, subscription), subscription));
    }

    private static void RefuseLive(string? name, ProjectionLifecycle lifecycle)
    {
        if (lifecycle == ProjectionLifecycle.Live)
        {
            throw new InvalidStoreUseException(
                "PROJECTION_CANNOT_BE_LIVE", $"Projection '{name}' cannot be live: only the projection of a single stream can be computed when asked for.");
        }
    }

    private void AddDocument(IDocumentProjection projection, ProjectionLifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(projection);
        Add(new ProjectionRegistration(
            projection.Name, lifecycle, projection.DocumentType, projection.DocumentIdentity, projection.CreateProcessor, projection));
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
