using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EventStore;

/// <summary>How a store is set up. Fixed once <see cref="DocumentStore.For"/> has returned.</summary>
public sealed class StoreOptions
{
    private const int LeastReadBufferSize = 64 * 1024;

    private NpgsqlDataSource? _dataSource;
    private string? _connectionString;

    /// <summary>The schema that holds every table of the store.</summary>
    public string DatabaseSchemaName { get; set; } = "public";

    /// <summary>How events and documents become JSON. Marten's defaults: members in PascalCase, enums as numbers.</summary>
    public JsonSerializerOptions Json { get; } = new();

    /// <summary>The event types the store knows.</summary>
    public EventOptions Events { get; } = new();

    /// <summary>The projections and subscriptions it runs.</summary>
    public ProjectionOptions Projections { get; } = new();

    /// <summary>The clock that stamps events.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the background parts say what went wrong.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>
    /// Of which exceptions of projections and subscriptions the own words are kept and told: with dead letters, in the log and in what is said of how a
    /// projection is. Of all, unless this is set: they may hold what a person wrote. Of the others the type is kept, and of PostgreSQL's the code and the
    /// names of what they are about; what was kept before this was set loses its words when the schema is applied. The store's own quote nobody.
    /// </summary>
    public Func<Exception, bool>? KeepsMessageOf { get; set; }

    /// <summary>The documents that sessions store, and what they are identified by.</summary>
    internal Dictionary<Type, StreamIdentity> DocumentTypes { get; } = [];

    /// <summary>
    /// Connects by a connection string. The store makes and owns the pool, with statements prepared automatically
    /// and no reset between uses, which is worth a third of the cost of an append.
    /// </summary>
    public void Connection(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        (_connectionString, _dataSource) = (connectionString, null);
    }

    /// <summary>
    /// Connects through a pool that the caller owns. Give it <c>Max Auto Prepare</c> (64 or more) and <c>No Reset On Close</c>,
    /// or every statement is parsed anew, and a <c>Read Buffer Size</c> of 65536, so that readers of the log wait less often.
    /// </summary>
    public void Connection(NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        (_connectionString, _dataSource) = (null, dataSource);
    }

    /// <summary>Declares a type of document that sessions store, so that the schema has its table. Projected documents are declared by their projection.</summary>
    /// <param name="identity">What its documents are identified by.</param>
    public void RegisterDocumentType<T>(StreamIdentity identity = StreamIdentity.AsGuid) where T : class => DocumentTypes[typeof(T)] = identity;

    internal (NpgsqlDataSource DataSource, bool Owned) OpenDataSource()
    {
        if (_dataSource is not null) return (_dataSource, false);
        if (_connectionString is null)
        {
            throw new InvalidStoreUseException(
                "STORE_NOT_CONNECTED",
                "The event store was given no database. Call options.Connection(...) with a connection string or a data source.");
        }

        var builder = new NpgsqlConnectionStringBuilder(_connectionString);
        if (builder.MaxAutoPrepare == 0) builder.MaxAutoPrepare = 128;
        builder.AutoPrepareMinUsages = 2;
        builder.NoResetOnClose = true;

        // Npgsql falls back from what the server refuses, but leaves a connection that fails for ever at its next transaction when one is cut while it asks.
        if (builder.GssEncryptionMode == GssEncryptionMode.Prefer) builder.GssEncryptionMode = GssEncryptionMode.Disable;

        // Npgsql's 8 KiB hold ten events or so, after which a reader of the log waits for the socket again. From 85,000 bytes on it would be a large object.
        builder.ReadBufferSize = Math.Max(builder.ReadBufferSize, LeastReadBufferSize);
        return (NpgsqlDataSource.Create(builder), true);
    }
}
