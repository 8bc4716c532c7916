namespace EventStore;

/// <summary>The daemon's tables that Marten has not got.</summary>
internal static class DaemonTables
{
    public static IEnumerable<TableDefinition> All(string schema) => [Pauses(schema), Owners(schema)];

    private static TableDefinition Pauses(string schema) => new(
        schema,
        "mt_projection_pauses",
        [
            Text("name"),
            Text("reason"),
            Text("paused_by"),
            new ColumnDefinition("paused_at", "timestamp with time zone", "not null", "timestamp with time zone"),
            new ColumnDefinition("failed_sequence", "bigint", "null", "bigint"),
        ],
        "constraint pkey_mt_projection_pauses_name primary key (name)",
        []);

    private static TableDefinition Owners(string schema) => new(
        schema,
        "mt_projection_owners",
        [
            Text("name"),
            new ColumnDefinition("backend_pid", "integer", "not null", "integer"),
            new ColumnDefinition("seen_alive", "timestamp with time zone", "not null", "timestamp with time zone"),
        ],
        "constraint pkey_mt_projection_owners_name primary key (name)",
        []);

    private static ColumnDefinition Text(string name) => new(name, "varchar", "not null", "character varying");
}
