using System.Diagnostics;
using Messaging.Storage;
using Npgsql;

namespace Messaging;

/// <summary>The tables messaging needs. It only ever adds; nothing is dropped or rewritten, but for the words that <see cref="MessagingOptions.KeepsMessageOf"/> does not keep.</summary>
public sealed class MessagingSchema
{
    private const string WordsForgotten = "Of what an exception said, only that is here which KeepsMessageOf keeps.";

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["envelopes"] =
        [
            "id", "position", "queue", "message_type", "body", "attempts", "sent_at", "due_at", "correlation_id", "causation_id",
            "deduplication_id", "tenant_id", "partition_key", "trace_parent", "interruptions", "owner_id", "claimed_at",
        ],
        ["nodes"] = ["id", "name", "beat", "started_at", "seen_at"],
        ["dead_letters"] =
        [
            "id", "queue", "message_type", "body", "attempts", "sent_at", "failed_at", "correlation_id", "causation_id",
            "deduplication_id", "tenant_id", "exception_type", "exception_message", "exception_detail", "partition_key", "trace_parent",
        ],
        ["deduplications"] = ["deduplication_id", "expires_at"],
    };

    private static readonly string[] Indexes =
        ["envelopes_due", "envelopes_owner", "envelopes_key", "envelopes_key_in_hand", "dead_letters_failed", "deduplications_expiry"];

    // Whoever waits for a table has all wait who come after: so it waits briefly, lets them through, and tries again.
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly NpgsqlDataSource _dataSource;
    private readonly string _schema;
    private readonly bool _forgetsWords;

    internal MessagingSchema(NpgsqlDataSource dataSource, string schema, bool forgetsWords = false) =>
        (_dataSource, _schema, _forgetsWords) = (dataSource, schema, forgetsWords);

    /// <summary>
    /// Makes whatever is missing. Safe to call at every start, and from several processes at the same time. Where nothing is missing it locks nothing;
    /// what is missing it adds between the handlings that are going on, which takes at most five minutes.
    /// </summary>
    /// <exception cref="PostgresException">For five minutes there was no moment to add it in.</exception>
    public async Task ApplyAsync(CancellationToken cancellationToken = default)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            // PostgreSQL locks a table before it looks whether IF NOT EXISTS leaves anything to do.
            if ((await FindMissingAsync(cancellationToken)).Count == 0)
                return;
            try
            {
                await AddAsync(cancellationToken);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable && Stopwatch.GetElapsedTime(begun) < LongestWait)
            {
                await Task.Delay(PauseBetweenTries, cancellationToken);
            }
        }
    }

    /// <summary>Checks that all tables, columns and indexes are there.</summary>
    /// <exception cref="MessagingSchemaMissingException">Something is missing.</exception>
    public async Task AssertAsync(CancellationToken cancellationToken = default)
    {
        var missing = await FindMissingAsync(cancellationToken);
        if (missing.Count > 0)
            throw new MessagingSchemaMissingException(_schema, missing);
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two processes that both see "not there yet" would both create, and one would fail: CREATE ... IF NOT EXISTS alone does not prevent it.
        await using var takeTurns = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", connection)
        {
            CommandTimeout = 0,
            Parameters = { new NpgsqlParameter { Value = $"messaging schema {_schema}" } },
        };
        await takeTurns.ExecuteNonQueryAsync(cancellationToken);
        await using var create = new NpgsqlCommand($"SET LOCAL lock_timeout = '1s'; {ToDatabaseScript()}", connection) { CommandTimeout = 0 };
        await create.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> FindMissingAsync(CancellationToken cancellationToken)
    {
        await using var command = _dataSource.CreateCommand(
            """
            SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = $1
            UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = $1
            UNION ALL SELECT coalesce(obj_description(to_regclass(format('%I.dead_letters', $1)), 'pg_class'), '')
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = _schema });
        var present = new HashSet<string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                present.Add(reader.GetString(0));
        }

        var wanted = Columns.SelectMany(table => table.Value, (table, column) => $"{table.Key}.{column}").Concat(Indexes);
        return [.. (_forgetsWords ? wanted.Append(WordsForgotten) : wanted).Where(name => !present.Contains(name))];
    }

    /// <summary>The statements <see cref="ApplyAsync"/> runs, for those who apply database changes by hand.</summary>
    public string ToDatabaseScript() =>
        $"""
        CREATE SCHEMA IF NOT EXISTS "{_schema}";

        -- Messages that wait to be handled or are in hand. A row goes in the same transaction as the effects of handling it.
        CREATE TABLE IF NOT EXISTS "{_schema}".envelopes (
            id uuid PRIMARY KEY,
            position bigint GENERATED ALWAYS AS IDENTITY,
            queue text NOT NULL,
            message_type text NOT NULL,
            body json NOT NULL,
            attempts integer NOT NULL DEFAULT 0,
            sent_at timestamptz NOT NULL,
            due_at timestamptz NOT NULL,
            correlation_id text,
            causation_id text,
            deduplication_id text,
            tenant_id text,
            partition_key text,
            trace_parent text,
            interruptions integer NOT NULL DEFAULT 0,
            owner_id uuid,
            claimed_at timestamptz
        ) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

        -- For tables of an earlier version.
        ALTER TABLE "{_schema}".envelopes ADD COLUMN IF NOT EXISTS partition_key text;
        ALTER TABLE "{_schema}".envelopes ADD COLUMN IF NOT EXISTS trace_parent text;
        ALTER TABLE "{_schema}".envelopes ADD COLUMN IF NOT EXISTS interruptions integer NOT NULL DEFAULT 0;
        ALTER TABLE "{_schema}".envelopes ADD COLUMN IF NOT EXISTS owner_id uuid;
        ALTER TABLE "{_schema}".envelopes ADD COLUMN IF NOT EXISTS claimed_at timestamptz;

        -- What is due comes first, so messages scheduled for later cost the claim nothing, however many.
        CREATE INDEX IF NOT EXISTS envelopes_due ON "{_schema}".envelopes (queue, due_at, position);

        -- Who has what in hand.
        CREATE INDEX IF NOT EXISTS envelopes_owner ON "{_schema}".envelopes (owner_id) WHERE owner_id IS NOT NULL;

        -- The order of each key.
        CREATE INDEX IF NOT EXISTS envelopes_key ON "{_schema}".envelopes (queue, partition_key, position) WHERE partition_key IS NOT NULL;

        -- Of each key one message at a time is in hand, whatever several nodes find at the same moment.
        CREATE UNIQUE INDEX IF NOT EXISTS envelopes_key_in_hand ON "{_schema}".envelopes (queue, partition_key)
            WHERE partition_key IS NOT NULL AND owner_id IS NOT NULL;

        -- The processes that share the work.
        CREATE TABLE IF NOT EXISTS "{_schema}".nodes (
            id uuid PRIMARY KEY,
            name text NOT NULL,
            beat bigint NOT NULL DEFAULT 1,
            started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
        ) WITH (fillfactor = 50);

        -- Messages that could not be handled, with the reason.
        CREATE TABLE IF NOT EXISTS "{_schema}".dead_letters (
            id uuid PRIMARY KEY,
            queue text NOT NULL,
            message_type text NOT NULL,
            body json NOT NULL,
            attempts integer NOT NULL,
            sent_at timestamptz NOT NULL,
            failed_at timestamptz NOT NULL,
            correlation_id text,
            causation_id text,
            deduplication_id text,
            tenant_id text,
            exception_type text NOT NULL,
            exception_message text NOT NULL,
            exception_detail text NOT NULL,
            partition_key text,
            trace_parent text
        );

        ALTER TABLE "{_schema}".dead_letters ADD COLUMN IF NOT EXISTS partition_key text;
        ALTER TABLE "{_schema}".dead_letters ADD COLUMN IF NOT EXISTS trace_parent text;

        CREATE INDEX IF NOT EXISTS dead_letters_failed ON "{_schema}".dead_letters (failed_at);

        -- Deduplication ids of messages sent lately; they outlive the messages.
        CREATE TABLE IF NOT EXISTS "{_schema}".deduplications (
            deduplication_id text PRIMARY KEY,
            expires_at timestamptz NOT NULL
        );

        CREATE INDEX IF NOT EXISTS deduplications_expiry ON "{_schema}".deduplications (expires_at);

        {(_forgetsWords ? ForgetWordsOnce : "")}
        """;

    private string ForgetWordsOnce =>
        $"""
        -- Dead letters from before it was said whose words are kept lose theirs, once: the table's comment says that it is done.
        DO $$ BEGIN
            IF obj_description('"{_schema}".dead_letters'::regclass, 'pg_class') IS DISTINCT FROM '{WordsForgotten}' THEN
                UPDATE "{_schema}".dead_letters SET exception_message = '{FailureText.NotKept}', exception_detail = exception_type;
                COMMENT ON TABLE "{_schema}".dead_letters IS '{WordsForgotten}';
            END IF;
        END $$;

        """;
}
