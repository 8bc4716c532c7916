using Npgsql;

namespace EventStore;

/// <summary>One event store in one schema of one database. Thread safe; make one for the life of the program.</summary>
public sealed class DocumentStore : IAsyncDisposable
{
    private readonly bool _ownsDataSource;
    private readonly CommitNotifier _commits;
    private int _disposed;

    private DocumentStore(StoreOptions options)
    {
        Options = options;
        options.Events.Validate();
        Sql = new StoreSql(options.DatabaseSchemaName, options.Events);
        DaemonSql = new DaemonSql(options.DatabaseSchemaName);
        Failures = new FailureText(options.KeepsMessageOf);
        options.Json.MakeReadOnly(populateMissingResolver: true);
        EventTypes = new EventTypeRegistry(options.Events, options.Json);
        EventRows = new EventRows(EventTypes, options.Events);
        OneEventCommands = new OneEventCommands(this);
        Documents = new DocumentTypeRegistry(options);
        Projections = new ProjectionRegistry(options.Projections, this);
        Schema = new StoreSchema(this);
        (DataSource, _ownsDataSource) = options.OpenDataSource();
        Telemetry = new StoreTelemetry(DataSource, options.DatabaseSchemaName);
        HighWater = new HighWaterWatcher(this);
        _commits = new CommitNotifier(DataSource, HighWater);
        Recent = new RecentLog(this);
        Tail = new LogTail(this);
        Seals = new SealChain(this);
        DeadLetters = new DeadLetters(this);
    }

    /// <summary>The options the store was made with.</summary>
    public StoreOptions Options { get; }

    /// <summary>The store's tables.</summary>
    public StoreSchema Schema { get; }

    /// <summary>The connection pool, for work of your own against the same database.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>The log as it grows, for live updates: one database reader for any number of listeners.</summary>
    public LogTail Tail { get; }

    /// <summary>What shows that the history was not changed.</summary>
    public SealChain Seals { get; }

    /// <summary>The events that projections and subscriptions could not handle.</summary>
    public DeadLetters DeadLetters { get; }

    internal StoreSql Sql { get; }
    internal DaemonSql DaemonSql { get; }
    internal FailureText Failures { get; }
    internal EventTypeRegistry EventTypes { get; }
    internal EventRows EventRows { get; }
    internal OneEventCommands OneEventCommands { get; }
    internal DocumentTypeRegistry Documents { get; }
    internal ProjectionRegistry Projections { get; }
    internal HighWaterWatcher HighWater { get; }
    internal RecentLog Recent { get; }
    internal StoreTelemetry Telemetry { get; }

    /// <summary>Makes a store. Does not touch the database.</summary>
    /// <exception cref="EventStoreException">The options contradict themselves or lack a connection.</exception>
    public static DocumentStore For(Action<StoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new StoreOptions();
        configure(options);
        return new DocumentStore(options);
    }

    /// <summary>Opens a unit of work. It holds no connection between calls, unless a stream was fetched exclusively.</summary>
    /// <exception cref="UnknownTenantIdException">There is no such tenant.</exception>
    /// <exception cref="InvalidStoreUseException">That cannot be a tenant, or the store has only one.</exception>
    public IDocumentSession LightweightSession(string? tenantId = null) => new DocumentSession(this, Options.Events.Tenant(tenantId));

    /// <summary>Opens a session that only reads.</summary>
    /// <exception cref="UnknownTenantIdException">There is no such tenant.</exception>
    /// <exception cref="InvalidStoreUseException">That cannot be a tenant, or the store has only one.</exception>
    public IQuerySession QuerySession(string? tenantId = null) => new QuerySession(this, Options.Events.Tenant(tenantId));

    /// <summary>Makes a daemon for the asynchronous projections and subscriptions. Start it, and dispose of it before the store.</summary>
    public IProjectionDaemon BuildDaemon() => new ProjectionDaemon(this);

    /// <summary>Stops the background parts and closes the pool if the store made it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await Recent.DisposeAsync().ConfigureAwait(false);
        await HighWater.DisposeAsync().ConfigureAwait(false);
        await _commits.DisposeAsync().ConfigureAwait(false);
        if (_ownsDataSource) await DataSource.DisposeAsync().ConfigureAwait(false);
    }

    internal void Committed() => _commits.Committed();
}
