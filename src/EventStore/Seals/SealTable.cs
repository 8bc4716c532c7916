namespace EventStore;

/// <summary>The table of seals, ours alone.</summary>
internal static class SealTable
{
    public static TableDefinition Definition(string schema) => new(
        schema,
        "mt_seals",
        [
            new("number", "bigint", "not null", "bigint"),
            new("first_seq_id", "bigint", "not null", "bigint"),
            new("last_seq_id", "bigint", "not null", "bigint"),
            new("event_count", "integer", "not null", "integer"),
            new("merkle_root", "bytea", "not null", "bytea"),
            new("sealed_at", "timestamp with time zone", "not null", "timestamp with time zone"),
            new("previous_hash", "bytea", "not null", "bytea"),
            new("hash", "bytea", "not null", "bytea"),
            new("leaves", "bytea", "not null", "bytea"),
        ],
        "constraint pkey_mt_seals_number primary key (number)",
        [$"create unique index if not exists ix_mt_seals_last_seq_id on {schema}.mt_seals using btree (last_seq_id);"]);
}
