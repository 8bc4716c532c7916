using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace Messaging;

/// <summary>What messaging is told at start-up.</summary>
public sealed partial class MessagingOptions
{
    private readonly List<string> _queues = [Envelope.DefaultQueue];
    private string _schema = "messaging";
    private TimeSpan _pollingInterval = TimeSpan.FromSeconds(1);
    private TimeSpan _handlingTimeout = TimeSpan.FromMinutes(1);
    private TimeSpan _deduplicationWindow = TimeSpan.FromDays(7);

    /// <summary>The PostgreSQL schema that holds the tables: lower-case letters, digits and underscores. Default <c>messaging</c>.</summary>
    /// <exception cref="ArgumentException">The name has other characters or is longer than PostgreSQL's 63.</exception>
    public string Schema
    {
        get => _schema;
        set => _schema = SchemaName().IsMatch(value)
            ? value
            : throw new ArgumentException($"'{value}' is no schema name: use lower-case letters, digits and underscores, a letter first, at most 63.", nameof(value));
    }

    /// <summary>The classes that handle messages.</summary>
    public HandlerRegistry Handlers { get; } = new();

    /// <summary>What happens to a message whose handler fails.</summary>
    public FailurePolicies Policies { get; } = new();

    /// <summary>How messages become JSON and back.</summary>
    public JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Default);

    /// <summary>Whether this process handles messages; one that only sends them sets it to false. Default true.</summary>
    public bool RunWorker { get; set; } = true;

    /// <summary>How long an idle worker waits at most before it looks again, should it never be woken. Default one second.</summary>
    public TimeSpan PollingInterval
    {
        get => _pollingInterval;
        set => _pollingInterval = Positive(value);
    }

    /// <summary>How long a handler may take before its cancellation token is cancelled, which counts as a failure. Default one minute.</summary>
    public TimeSpan HandlingTimeout
    {
        get => _handlingTimeout;
        set => _handlingTimeout = Positive(value);
    }

    /// <summary>For how long a deduplication id is remembered. Default seven days.</summary>
    public TimeSpan DeduplicationWindow
    {
        get => _deduplicationWindow;
        set => _deduplicationWindow = Positive(value);
    }

    internal IReadOnlyList<string> Queues => _queues;

    internal Func<IServiceProvider, NpgsqlDataSource>? DataSource { get; private set; }

    internal bool OwnsDataSource { get; private set; }

    /// <summary>Uses this data source, which stays the caller's to dispose. Without a connection the container's NpgsqlDataSource is used.</summary>
    public void Connection(NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        (DataSource, OwnsDataSource) = (_ => dataSource, false);
    }

    /// <summary>Opens a connection pool of its own with this connection string.</summary>
    public void Connection(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        (DataSource, OwnsDataSource) = (_ => NpgsqlDataSource.Create(connectionString), true);
    }

    /// <summary>Declares a queue beside <see cref="Envelope.DefaultQueue"/>. Each queue has a worker of its own, so a slow one delays no other.</summary>
    public void AddQueue(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_queues.Contains(name))
            _queues.Add(name);
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex SchemaName();
}
