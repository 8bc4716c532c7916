using System.Text.RegularExpressions;

namespace EventStore;

/// <summary>The statements of one store, made once: the same text each time is what lets PostgreSQL keep them prepared.</summary>
internal sealed partial class StoreSql
{
    /// <summary>Marten fills numbers of failed transactions with events of this type; they mean nothing.</summary>
    public const string NoTombstone = "type <> 'tombstone'";

    public StoreSql(string schema, EventOptions options)
    {
        if (!SimpleName().IsMatch(schema))
        {
            throw new InvalidStoreUseException(
                "SCHEMA_NAME_INVALID",
                $"'{schema}' cannot be the schema's name: use small letters, digits and underscores, not starting with a digit.");
        }

        const string InVersions = "where stream_id = $1 and tenant_id = $2 and version >= $3 and version <= $4";
        FetchStream = $"select {EventRows.Columns} from {schema}.mt_events {InVersions} order by version limit $5";
        FetchStreamBackwards = $"select {EventRows.Columns} from {schema}.mt_events {InVersions} order by version desc limit $5";
        FetchStreamState = $"select version, is_archived, type, timestamp, created from {schema}.mt_streams where id = $1 and tenant_id = $2";
        StreamVersions = $"select id, version, tenant_id, is_archived from {schema}.mt_streams where id = any($1)";
        LockStream = $"select pg_advisory_xact_lock(hashtextextended('EventStore:{schema}:stream:' || $2::text || ':' || $1::text, 0))";
        LockStreamRow = $"select version from {schema}.mt_streams where id = $1 and tenant_id = $2 for update";
        LoadEvent = $"select {EventRows.Columns} from {schema}.mt_events where id = $1 and tenant_id = $2";
        ReadLog =
            $"""
            select {EventRows.Columns} from {schema}.mt_events
            where seq_id > $1 and seq_id <= $2 and {NoTombstone} and ($4::varchar[] is null or tenant_id = any($4)) and ($5::varchar[] is null or type = any($5))
            order by seq_id limit $3
            """;

        (Archive, UnArchive) = (MoveStream(schema, options, toArchive: true), MoveStream(schema, options, toArchive: false));

        KeepIdempotencyKey = $"insert into {schema}.mt_idempotency_keys (key, tenant_id, result, created) values ($1, $2, $3, $4)";
        FindIdempotencyKey = $"select result from {schema}.mt_idempotency_keys where key = $1 and tenant_id = $2";

        ReadProgress = $"select last_seq_id from {schema}.mt_event_progression where name = $1";
        RaiseProgress =
            $"""
            insert into {schema}.mt_event_progression as p (name, last_seq_id, last_updated) values ($1, $2, now())
            on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated where p.last_seq_id < excluded.last_seq_id
            """;

        SequencesAfter = $"select seq_id from {schema}.mt_events where seq_id > $1 order by seq_id limit $2";
        LastSequence = $"select coalesce(max(seq_id), 0) from {schema}.mt_events";
        LastAllocated = $"select case when is_called then last_value else 0 end from {schema}.mt_events_sequence";
        Allocators =
            $"""
            select distinct virtualtransaction from pg_locks
            where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
              and relation = '{schema}.mt_events_sequence'::regclass
              and database = (select oid from pg_database where datname = current_database())
            """;

        (AppendOne, AppendMany) = (Appends(schema, options, isOne: true), Appends(schema, options, isOne: false));
    }

    public string FetchStream { get; }
    public string FetchStreamBackwards { get; }
    public string FetchStreamState { get; }
    public string StreamVersions { get; }
    public string LockStream { get; }
    public string LockStreamRow { get; }
    public string LoadEvent { get; }
    public string ReadLog { get; }
    public IReadOnlyList<string> Archive { get; }
    public IReadOnlyList<string> UnArchive { get; }
    public string KeepIdempotencyKey { get; }
    public string FindIdempotencyKey { get; }
    public string ReadProgress { get; }
    public string RaiseProgress { get; }
    public string SequencesAfter { get; }
    public string LastSequence { get; }
    public string LastAllocated { get; }
    public string Allocators { get; }
    public AppendStatements AppendOne { get; }
    public AppendStatements AppendMany { get; }

    /// <summary>One statement moves the stream and writes its events, so that an append of any size is one command of the batch.</summary>
    /// <remarks>
    /// A batch commits unless a statement fails, and finding no stream to move is no failure to PostgreSQL. But then there is no sequence number
    /// either, and without one an event is refused. Inserting a stream that exists fails by itself, unless it is archived in another partition.
    /// </remarks>
    private static AppendStatements Appends(string schema, EventOptions options, bool isOne)
    {
        const string Unnested = "unnest($9, $10, $11, $12) with ordinality as e (id, data, type, dotnet_type, ordinal)";
        var isPartitioned = options.UseArchivedStreamPartitioning;
        var key = $"{(options.IsConjoined ? "tenant_id, id" : "id")}{(isPartitioned ? ", is_archived" : "")}";
        var next = $"nextval('{schema}.mt_events_sequence')";
        var count = isOne ? "1" : "$13";
        var moved = isOne ? $"returning version, {next} as seq_id" : "returning version";
        var insertStream =
            $"""
            insert into {schema}.mt_streams as s (id, type, version, timestamp, created, tenant_id, is_archived)
            {(isPartitioned
                ? $"select $1, $8, {count}, $3, $3, $2, false where not exists (select from {schema}.mt_streams where id = $1 and tenant_id = $2 and is_archived)"
                : $"values ($1, $8, {count}, $3, $3, $2, false)")}
            """;

        string With(string stream, string events) =>
            $"""
            with stream as ({stream})
            insert into {schema}.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
            {events}
            returning seq_id, version
            """;

        var toNew = isOne
            ? $"values ({next}, $9, $1, 1, $10, $11, $3, $2, $12, $4, $5, $6, $7, false)"
            : $"select {next}, e.id, $1, e.ordinal, e.data, e.type, $3, $2, e.dotnet_type, $4, $5, $6, $7, false from {Unnested}";
        var toMoved = isOne
            ? "values ((select seq_id from stream), $9, $1, (select version from stream), $10, $11, $3, $2, $12, $4, $5, $6, $7, false)"
            : $"""
               select case when s.version is not null then {next} end, e.id, $1, s.version - {count} + e.ordinal, e.data, e.type, $3, $2, e.dotnet_type, $4, $5, $6, $7, false
               from {Unnested} left join stream s on true
               """;

        return new AppendStatements(
            Absent: isPartitioned ? With($"{insertStream} {moved}", toMoved) : With(insertStream, toNew),
            Any: With(
                $"""
                {insertStream}
                on conflict ({key}) do update set version = s.version + {count}, timestamp = excluded.timestamp
                where s.tenant_id = excluded.tenant_id and s.is_archived is not true
                {moved}
                """,
                toMoved),
            AtVersion: With(
                $"""
                update {schema}.mt_streams set version = version + {count}, timestamp = $3
                where id = $1 and tenant_id = $2 and version = $8 and is_archived is not true
                {moved}
                """,
                toMoved));
    }

    /// <summary>Marks a stream and its events as archived or not. Where that is a matter of partitions, the stream must be in both while its events move.</summary>
    private static string[] MoveStream(string schema, EventOptions options, bool toArchive)
    {
        var (to, from) = toArchive ? ("true", "false") : ("false", "true");
        var events = $"update {schema}.mt_events set is_archived = {to} where stream_id = $1 and tenant_id = $2 and is_archived is not {to}";
        if (!options.UseArchivedStreamPartitioning)
            return [$"update {schema}.mt_streams set is_archived = {to} where id = $1 and tenant_id = $2 and is_archived is not {to}", events];
        return
        [
            $"""
            insert into {schema}.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
            select id, type, version, timestamp, created, tenant_id, {to} from {schema}.mt_streams where id = $1 and tenant_id = $2 and is_archived = {from} for update
            """,
            events,
            $"delete from {schema}.mt_streams where id = $1 and tenant_id = $2 and is_archived = {from}",
        ];
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex SimpleName();
}
