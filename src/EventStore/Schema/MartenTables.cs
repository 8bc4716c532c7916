namespace EventStore;

/// <summary>The tables by Marten's names and shapes, so that either opens the other's database. Ours alone: mt_idempotency_keys, mt_seals.</summary>
internal static class MartenTables
{
    public const string IdempotencyPrimaryKey = "pkey_mt_idempotency_keys";

    public static IEnumerable<TableDefinition> All(string schema, EventOptions options) =>
    [
        Streams(schema, options),
        Events(schema, options),
        Progression(schema),
        HighWaterSkips(schema),
        DeadLetters(schema),
        IdempotencyKeys(schema),
        .. DaemonTables.All(schema),
        SealTable.Definition(schema),
    ];

    public static TableDefinition Document(string schema, string table, StreamIdentity identity, bool isConjoined)
    {
        ColumnDefinition[] columns =
        [
            Id("id", "not null", identity),
            Jsonb("data", "not null"),
            Moment("mt_last_modified", "null default (transaction_timestamp())"),
            Text("mt_dotnet_type", "null"),
            Bigint("mt_version", "not null default 0"),
        ];
        return isConjoined
            ? new TableDefinition(schema, table, [Text("tenant_id", NotNullTenant), .. columns], $"constraint pkey_{table}_tenant_id_id primary key (tenant_id, id)", [])
            : new TableDefinition(schema, table, columns, $"constraint pkey_{table}_id primary key (id)", []);
    }

    private static string NotNullTenant => $"not null default '{Tenancy.DefaultTenantId}'";

    private static string Tenant(EventOptions options) => options.IsConjoined ? NotNullTenant : $"null default '{Tenancy.DefaultTenantId}'";

    private static TableDefinition Streams(string schema, EventOptions options)
    {
        var key = Key(options, "id");
        return new TableDefinition(
            schema,
            "mt_streams",
            [
                Id("id", "not null", options.StreamIdentity),
                Text("type", "null"),
                Bigint("version", "null"),
                Moment("timestamp", "not null default (now())"),
                Moment("created", "not null default (now())"),
                Text("tenant_id", Tenant(options)),
                Flag("is_archived"),
            ],
            $"constraint pkey_mt_streams_{Joined(key)} primary key ({key})",
            [.. Partitions(schema, "mt_streams", options)],
            PartitionBy(options));
    }

    private static TableDefinition Events(string schema, EventOptions options)
    {
        var (streamKey, keyOfStream) = (Key(options, "stream_id"), Key(options, "id"));
        var primaryKey = $"seq_id{(options.UseTenantPartitionedEvents ? ", tenant_id" : options.UseArchivedStreamPartitioning ? ", is_archived" : "")}";
        var versionKey = $"{(options.IsConjoined ? "tenant_id, " : "")}stream_id, version{(options.UseArchivedStreamPartitioning ? ", is_archived" : "")}";
        var foreignKey = $"fkey_mt_events_{Joined(streamKey)}";
        List<string> afterwards =
        [
            .. Partitions(schema, "mt_events", options),
            $"create sequence if not exists {schema}.mt_events_sequence;",
            $"alter sequence {schema}.mt_events_sequence owned by {schema}.mt_events.seq_id;",
            $"create unique index if not exists pk_mt_events_stream_and_version on {schema}.mt_events using btree ({versionKey});",
            $"""
            do $$ begin
                if not exists (select from pg_constraint where conname = '{foreignKey}' and conrelid = '{schema}.mt_events'::regclass) then
                    alter table {schema}.mt_events add constraint {foreignKey}
                        foreign key ({streamKey}) references {schema}.mt_streams ({keyOfStream}) on delete cascade;
                end if;
            end $$;
            """,
        ];
        if (options.EnableEventTypeIndex)
            afterwards.Add($"create index if not exists idx_mt_events_type_seq_id on {schema}.mt_events using btree (type, seq_id);");
        if (options.EnableUniqueIndexOnEventId)
            afterwards.Add($"create unique index if not exists idx_mt_events_id on {schema}.mt_events using btree ({UniqueId(options)});");
        return new TableDefinition(
            schema,
            "mt_events",
            [
                Bigint("seq_id", "not null"),
                Uuid("id", "not null"),
                Id("stream_id", "null", options.StreamIdentity),
                Bigint("version", "not null"),
                Jsonb("data", "not null"),
                new ColumnDefinition("bdata", "bytea", "null", "bytea", IsOptionalInMarten: true),
                new ColumnDefinition("type", "varchar(500)", "not null", "character varying"),
                Moment("timestamp", "not null default (now())"),
                Text("tenant_id", Tenant(options)),
                Text("mt_dotnet_type", "null"),
                Text("correlation_id", "null") with { IsOptionalInMarten = true },
                Text("causation_id", "null") with { IsOptionalInMarten = true },
                Jsonb("headers", "null") with { IsOptionalInMarten = true },
                Text("user_name", "null") with { IsOptionalInMarten = true },
                Flag("is_archived"),
            ],
            $"constraint pkey_mt_events_{Joined(primaryKey)} primary key ({primaryKey})",
            afterwards,
            PartitionBy(options));
    }

    private static string Key(EventOptions options, string id) =>
        $"{(options.IsConjoined ? "tenant_id, " : "")}{id}{(options.UseArchivedStreamPartitioning ? ", is_archived" : "")}";

    // A unique index of a partitioned table must cover what it is partitioned by.
    private static string UniqueId(EventOptions options) =>
        options.UseTenantPartitionedEvents ? "id, tenant_id" : options.UseArchivedStreamPartitioning ? "id, is_archived" : "id";

    private static string Joined(string columns) => columns.Replace(", ", "_", StringComparison.Ordinal);

    private static string? PartitionBy(EventOptions options) =>
        options.UseTenantPartitionedEvents ? "list (tenant_id)" : options.UseArchivedStreamPartitioning ? "list (is_archived)" : null;

    private static IEnumerable<string> Partitions(string schema, string table, EventOptions options)
    {
        if (options.UseArchivedStreamPartitioning)
            yield return $"create table if not exists {schema}.{table}_archived partition of {schema}.{table} for values in (true);";
        if (options.UseTenantPartitionedEvents)
        {
            foreach (var tenant in options.Tenants)
                yield return $"create table if not exists {schema}.{table}_{PartitionName.Of(tenant)} partition of {schema}.{table} for values in ('{tenant.Replace("'", "''", StringComparison.Ordinal)}');";
        }

        if (PartitionBy(options) is not null) yield return $"create table if not exists {schema}.{table}_default partition of {schema}.{table} default;";
    }

    private static TableDefinition Progression(string schema) => new(
        schema,
        "mt_event_progression",
        [Text("name", "not null"), Bigint("last_seq_id", "null"), Moment("last_updated", "null default (transaction_timestamp())")],
        "constraint pk_mt_event_progression primary key (name)",
        []);

    private static TableDefinition HighWaterSkips(string schema) => new(
        schema,
        "mt_high_water_skips",
        [Bigint("ending_sequence", "not null"), Bigint("starting_sequence", "not null"), Moment("timestamp", "not null default (now())")],
        "constraint pkey_mt_high_water_skips_ending_sequence primary key (ending_sequence)",
        []);

    private static TableDefinition DeadLetters(string schema) => new(
        schema,
        "mt_doc_deadletterevent",
        [
            Uuid("id", "not null"),
            Jsonb("data", "not null"),
            Moment("mt_last_modified", "null default (transaction_timestamp())"),
            Uuid("mt_version", "not null default (md5(random()::text || clock_timestamp()::text)::uuid)"),
            Text("mt_dotnet_type", "null"),
        ],
        "constraint pkey_mt_doc_deadletterevent_id primary key (id)",
        []);

    private static TableDefinition IdempotencyKeys(string schema) => new(
        schema,
        "mt_idempotency_keys",
        [
            Text("key", "not null"),
            Text("tenant_id", NotNullTenant),
            Text("result", "not null") with { Type = "text", CatalogType = "text" },
            Moment("created", "not null"),
        ],
        $"constraint {IdempotencyPrimaryKey} primary key (key, tenant_id)",
        []);

    private static ColumnDefinition Id(string name, string rest, StreamIdentity identity) =>
        identity == StreamIdentity.AsGuid ? Uuid(name, rest) : Text(name, rest);

    private static ColumnDefinition Uuid(string name, string rest) => new(name, "uuid", rest, "uuid");

    private static ColumnDefinition Text(string name, string rest) => new(name, "varchar", rest, "character varying");

    private static ColumnDefinition Bigint(string name, string rest) => new(name, "bigint", rest, "bigint");

    private static ColumnDefinition Jsonb(string name, string rest) => new(name, "jsonb", rest, "jsonb");

    private static ColumnDefinition Moment(string name, string rest) => new(name, "timestamp with time zone", rest, "timestamp with time zone");

    private static ColumnDefinition Flag(string name) => new(name, "boolean", "null default false", "boolean");
}
