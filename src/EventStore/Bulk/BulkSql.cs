namespace EventStore;

/// <summary>The statements of bulk inserts. The order of columns is that of <see cref="BulkCopy"/>.</summary>
internal sealed class BulkSql(string schema)
{
    /// <summary>In the order of identities, so that two bulk inserts that meet wait for each other and do not deadlock.</summary>
    public string LockStreams { get; } =
        $"select id, version, tenant_id, is_archived from {schema}.mt_streams where id = any($1) order by id for no key update";

    public string MoveStreams { get; } =
        $"""
        update {schema}.mt_streams as s set version = w.version, timestamp = w.timestamp
        from unnest($1, $2, $3) as w (id, version, timestamp) where s.id = w.id and s.tenant_id = $4
        """;

    /// <summary>In the transaction that inserts the events: the high-water mark relies on it.</summary>
    public string TakeSequences { get; } = $"select array_agg(nextval('{schema}.mt_events_sequence')) from generate_series(1, $1)";

    public string CopyStreams { get; } =
        $"copy {schema}.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived) from stdin (format binary)";

    public string CopyEvents { get; } =
        $"""
        copy {schema}.mt_events
            (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
        from stdin (format binary)
        """;

    /// <summary>Changes no row when another run under the same name has moved on meanwhile.</summary>
    public string MoveProgress { get; } =
        $"""
        insert into {schema}.mt_idempotency_keys as k (key, tenant_id, result, created) values ($1, $2, $3, $4)
        on conflict (key, tenant_id) do update set result = excluded.result where k.result = $5
        """;
}
