namespace EventStore;

/// <summary>The tables by Marten's names and shapes, so that either opens the other's database. Ours alone: mt_idempotency_keys, mt_seals.</summary>
internal static class MartenTables
{
    public const string IdempotencyPrimaryKey = "pkey_mt_idempotency_keys";

    public static IEnumerable<TableDefinition> All(string schema) =>
        [Streams(schema), Events(schema), Progression(schema), HighWaterSkips(schema), DeadLetters(schema), IdempotencyKeys(schema), SealTable.Definition(schema)];

    public static TableDefinition Document(string schema, string table) => new(
        schema,
        table,
        [
            Uuid("id", "not null"),
            Jsonb("data", "not null"),
            Moment("mt_last_modified", "null default (transaction_timestamp())"),
            Text("mt_dotnet_type", "null"),
            Bigint("mt_version", "not null default 0"),
        ],
        $"constraint pkey_{table}_id primary key (id)",
        []);

    private static TableDefinition Streams(string schema) => new(
        schema,
        "mt_streams",
        [
            Uuid("id", "not null"),
            Text("type", "null"),
            Bigint("version", "null"),
            Moment("timestamp", "not null default (now())"),
            Moment("created", "not null default (now())"),
            Text("tenant_id", $"null default '{Tenancy.DefaultTenantId}'"),
            Flag("is_archived"),
        ],
        "constraint pkey_mt_streams_id primary key (id)",
        []);

    private static TableDefinition Events(string schema) => new(
        schema,
        "mt_events",
        [
            Bigint("seq_id", "not null"),
            Uuid("id", "not null"),
            Uuid("stream_id", "null"),
            Bigint("version", "not null"),
            Jsonb("data", "not null"),
            new ColumnDefinition("bdata", "bytea", "null", "bytea", IsOptionalInMarten: true),
            new ColumnDefinition("type", "varchar(500)", "not null", "character varying"),
            Moment("timestamp", "not null default (now())"),
            Text("tenant_id", $"null default '{Tenancy.DefaultTenantId}'"),
            Text("mt_dotnet_type", "null"),
            Text("correlation_id", "null") with { IsOptionalInMarten = true },
            Text("causation_id", "null") with { IsOptionalInMarten = true },
            Jsonb("headers", "null") with { IsOptionalInMarten = true },
            Text("user_name", "null") with { IsOptionalInMarten = true },
            Flag("is_archived"),
        ],
        "constraint pkey_mt_events_seq_id primary key (seq_id)",
        [
            $"create sequence if not exists {schema}.mt_events_sequence;",
            $"alter sequence {schema}.mt_events_sequence owned by {schema}.mt_events.seq_id;",
            $"create unique index if not exists pk_mt_events_stream_and_version on {schema}.mt_events using btree (stream_id, version);",
            $"""
            do $$ begin
                if not exists (select from pg_constraint where conname = 'fkey_mt_events_stream_id' and conrelid = '{schema}.mt_events'::regclass) then
                    alter table {schema}.mt_events add constraint fkey_mt_events_stream_id
                        foreign key (stream_id) references {schema}.mt_streams (id) on delete cascade;
                end if;
            end $$;
            """,
        ]);

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
            Text("tenant_id", $"not null default '{Tenancy.DefaultTenantId}'"),
            Text("result", "not null") with { Type = "text", CatalogType = "text" },
            Moment("created", "not null"),
        ],
        $"constraint {IdempotencyPrimaryKey} primary key (key, tenant_id)",
        []);

    private static ColumnDefinition Uuid(string name, string rest) => new(name, "uuid", rest, "uuid");

    private static ColumnDefinition Text(string name, string rest) => new(name, "varchar", rest, "character varying");

    private static ColumnDefinition Bigint(string name, string rest) => new(name, "bigint", rest, "bigint");

    private static ColumnDefinition Jsonb(string name, string rest) => new(name, "jsonb", rest, "jsonb");

    private static ColumnDefinition Moment(string name, string rest) => new(name, "timestamp with time zone", rest, "timestamp with time zone");

    private static ColumnDefinition Flag(string name) => new(name, "boolean", "null default false", "boolean");
}
