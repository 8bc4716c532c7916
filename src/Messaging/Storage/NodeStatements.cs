using Npgsql;
using static Messaging.Storage.Parameters;

namespace Messaging.Storage;

/// <summary>Every SQL statement about nodes and what they have in hand.</summary>
internal sealed class NodeStatements(string schema)
{
    private const string SessionPrefix = "messaging ";

    // The timeout is for the handler's locks: an ended session has let go of them when this returns.
    private const string EndSessions =
        "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()";

    private const string EndSession = $"{EndSessions} AND pid = $2";

    private readonly string _beat =
        $"""
        INSERT INTO "{schema}".nodes (id, name) VALUES ($1, $2)
        ON CONFLICT (id) DO UPDATE SET beat = nodes.beat + 1, seen_at = clock_timestamp()
        RETURNING beat
        """;

    private readonly string _others = $"""SELECT id, name, beat FROM "{schema}".nodes WHERE id <> $1""";

    private readonly string _lock = $"""SELECT FROM "{schema}".nodes WHERE id = $1 AND beat = $2 FOR UPDATE SKIP LOCKED""";

    private readonly string _owned =
        $"""SELECT {EnvelopeStatements.Columns} FROM "{schema}".envelopes WHERE owner_id = $1 ORDER BY position FOR UPDATE SKIP LOCKED""";

    private readonly string _orphans =
        $"""
        SELECT DISTINCT owner_id FROM "{schema}".envelopes e
        WHERE owner_id IS NOT NULL AND NOT EXISTS (SELECT FROM "{schema}".nodes WHERE nodes.id = e.owner_id)
        """;

    private readonly string _release =
        $"""
        UPDATE "{schema}".envelopes SET owner_id = NULL
        WHERE id = ANY(ARRAY(SELECT id FROM "{schema}".envelopes WHERE owner_id = $1 FOR UPDATE SKIP LOCKED))
        """;

    private readonly string _leave =
        $"""DELETE FROM "{schema}".nodes WHERE id = $1 AND NOT EXISTS (SELECT FROM "{schema}".envelopes WHERE owner_id = $1)""";

    /// <summary>Says that a node is there. The answer is how often it has said so since the others know of it.</summary>
    public NpgsqlBatchCommand Beat(Guid node, string name) => new(_beat) { Parameters = { Uuid(node), Text(name) } };

    /// <summary>The other nodes, and how often each has said that it is there.</summary>
    public NpgsqlBatchCommand Others(Guid node) => new(_others) { Parameters = { Uuid(node) } };

    /// <summary>Owners that are no nodes: what a node claimed that was already given up.</summary>
    public NpgsqlBatchCommand Orphans() => new(_orphans);

    /// <summary>Gives one of those who want to the right to give a node up, if it has been silent since.</summary>
    public NpgsqlBatchCommand Lock(Guid node, long beat) =>
        new(_lock) { Parameters = { Uuid(node), new NpgsqlParameter<long> { TypedValue = beat } } };

    /// <summary>What a node has in hand, but for what a transaction still holds.</summary>
    public NpgsqlBatchCommand Owned(Guid node) => new(_owned) { Parameters = { Uuid(node) } };

    /// <summary>Frees what a node has in hand, but for what a transaction still holds.</summary>
    public NpgsqlBatchCommand Release(Guid node) => new(_release) { Parameters = { Uuid(node) } };

    /// <summary>Forgets a node that has nothing in hand any more.</summary>
    public NpgsqlBatchCommand Leave(Guid node) => new(_leave) { Parameters = { Uuid(node) } };

    /// <summary>Ends the transactions in which a node handles messages.</summary>
    public static NpgsqlBatchCommand EndSessionsOf(Guid node) => new(EndSessions) { Parameters = { Text(SessionOf(node)) } };

    /// <summary>Ends one of them.</summary>
    public static NpgsqlBatchCommand EndSessionOf(Guid node, int process) => new(EndSession) { Parameters = { Text(SessionOf(node)), Integer(process) } };

    /// <summary>What a connection is called in PostgreSQL while a node handles a message on it.</summary>
    public static string SessionOf(Guid node) => SessionPrefix + node;
}
