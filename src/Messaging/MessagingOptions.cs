using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace Messaging;

/// <summary>What messaging is told at start-up.</summary>
public sealed partial class MessagingOptions
{
    private readonly Dictionary<string, QueueOptions> _queues = new() { [Envelope.DefaultQueue] = new QueueOptions(Envelope.DefaultQueue) };
    private string _schema = "messaging";
    private TimeSpan _pollingInterval = TimeSpan.FromSeconds(1);
    private TimeSpan _handlingTimeout = TimeSpan.FromMinutes(1);
    private TimeSpan _deduplicationWindow = TimeSpan.FromDays(7);
    private TimeSpan _nodeTimeout = TimeSpan.FromSeconds(5);
    private string _nodeName = $"{Environment.MachineName}:{Environment.ProcessId}";

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

    /// <summary>
    /// Of which exceptions the own words are kept with a dead letter: of all, unless this says otherwise. They may hold what a person wrote. Of the others the
    /// type is kept and the stack, and of PostgreSQL's the code and the names of what they are about; what was kept before this was set loses its words when
    /// the schema is applied.
    /// </summary>
    public Func<Exception, bool>? KeepsMessageOf { get; set; }

    /// <summary>How messages become JSON and back.</summary>
    public JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Default);

    /// <summary>
    /// Whether this process handles messages; one that only sends them sets it to false. Default true. It has to know the handlers all the same, with the
    /// services of their methods: by them a message finds its name, and a mistake shows before it is sent.
    /// </summary>
    public bool RunWorker { get; set; } = true;

    /// <summary>
    /// Whether the time is the database's also when the container has a TimeProvider of its own. Default false: that is then taken at its
    /// word. Where the container has only the system's, the time is the database's in any case, so nodes whose clocks disagree do no harm.
    /// </summary>
    public bool UseDatabaseClock { get; set; }

    /// <summary>How long an idle worker waits at most before it looks again, should it never be woken. Default one second.</summary>
    public TimeSpan PollingInterval
    {
        get => _pollingInterval;
        set => _pollingInterval = Positive(value);
    }

    /// <summary>
    /// How long a handler may take before its cancellation token is cancelled. If it ends by that, the attempt has failed; if it ends its work all the same, it
    /// counts as done; and one that does not end keeps its message in hand, which <see cref="MessagingHealth"/> says. Default one minute.
    /// </summary>
    public TimeSpan HandlingTimeout
    {
        get => _handlingTimeout;
        set => _handlingTimeout = Positive(value);
    }

    /// <summary>For how long a deduplication id is remembered after the time that its message was scheduled for, or was sent. Default seven days.</summary>
    public TimeSpan DeduplicationWindow
    {
        get => _deduplicationWindow;
        set => _deduplicationWindow = Positive(value);
    }

    /// <summary>
    /// After how long without a sign of life the others take a node for dead: its connections are ended and its messages taken over. A sign
    /// is given five times in that time. It has to be the same on all nodes. Default five seconds.
    /// </summary>
    public TimeSpan NodeTimeout
    {
        get => _nodeTimeout;
        set => _nodeTimeout = Positive(value);
    }

    /// <summary>What this process is called among the nodes, for people. Default the machine's name and the process's number.</summary>
    public string NodeName
    {
        get => _nodeName;
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            _nodeName = value;
        }
    }

    /// <summary>The queue of messages that name no other.</summary>
    public QueueOptions DefaultQueue => _queues[Envelope.DefaultQueue];

    internal IReadOnlyDictionary<string, QueueOptions> Queues => _queues;

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

    /// <summary>Declares a queue beside <see cref="Envelope.DefaultQueue"/>. Each queue has workers of its own, so a slow one delays no other.</summary>
    /// <returns>How it is worked on; the same for a queue that was declared before.</returns>
    public QueueOptions AddQueue(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_queues.TryGetValue(name, out var queue))
            _queues.Add(name, queue = new QueueOptions(name));
        return queue;
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex SchemaName();
}
