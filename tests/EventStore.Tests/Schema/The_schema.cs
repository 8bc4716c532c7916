using Npgsql;

namespace EventStore.Tests;

public sealed class The_schema : StoreSpec
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task can_be_applied_again_and_by_several_nodes_at_once_and_keeps_what_is_there()
    {
        await AppendAsync(Guid.NewGuid(), new ItemAdded("pear", 1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.Schema.ApplyAsync()));

        await Store.Schema.AssertAsync();
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task is_applied_beside_a_long_transaction_without_waiting_where_nothing_is_missing()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var writing = await WriteAsync(connection);

        await Store.Schema.ApplyAsync(Cancellation).WaitAsync(AtOnce, Cancellation);
    }

    [Fact]
    public async Task adds_what_is_missing_between_transactions_and_holds_up_nobody_meanwhile()
    {
        await ExecuteAsync("drop table mt_idempotency_keys");
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var writing = await WriteAsync(connection);

        var applying = Store.Schema.ApplyAsync();
        while (!await ScalarAsync<bool>("select exists (select from pg_locks where not granted and relation = 'mt_events'::regclass)"))
            await Task.Delay(10, Cancellation);
        await AppendAsync(Guid.NewGuid(), new ItemAdded("pear", 1)).WaitAsync(AtOnce, Cancellation);
        applying.IsCompleted.ShouldBeFalse();
        await writing.CommitAsync(Cancellation);
        await applying;

        await Store.Schema.AssertAsync();
    }

    [Fact]
    public async Task is_applied_again_where_the_script_was_another()
    {
        await ExecuteAsync("drop index ix_mt_seals_last_seq_id; comment on table mt_event_progression is 'Event store of another release'");

        await Store.Schema.ApplyAsync();

        (await ScalarAsync<bool>("select to_regclass('ix_mt_seals_last_seq_id') is not null")).ShouldBeTrue();
    }

    [Fact]
    public async Task assertion_names_each_thing_that_is_missing()
    {
        await ExecuteAsync("drop table mt_idempotency_keys; alter table mt_events drop column headers; alter table mt_event_progression alter last_seq_id type int");

        var mismatch = await Should.ThrowAsync<SchemaMismatchException>(Store.Schema.AssertAsync());

        mismatch.Differences.ShouldBe(
            [
                "column public.mt_events.headers is missing",
                "column public.mt_event_progression.last_seq_id is integer, not bigint",
                "table public.mt_idempotency_keys is missing",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task of_another_name_holds_a_store_of_its_own()
    {
        await using var other = NewStore(options => options.DatabaseSchemaName = "elsewhere");
        await other.Schema.ApplyAsync();
        await using var session = other.LightweightSession();
        session.Events.Append(Guid.NewGuid(), new ItemAdded("pear", 1));
        await session.SaveChangesAsync();

        (await ScalarAsync<long>("select count(*) from elsewhere.mt_events")).ShouldBe(1);
        (await ScalarAsync<long>("select count(*) from public.mt_events")).ShouldBe(0);
    }

    [Fact]
    public void a_name_that_would_need_quoting_is_refused() =>
        Should.Throw<InvalidStoreUseException>(() => NewStore(options => options.DatabaseSchemaName = "x; drop table y"))
            .Code.ShouldBe("SCHEMA_NAME_INVALID");

    [Fact]
    public async Task brings_a_database_of_Marten_without_metadata_up_to_date()
    {
        await using var other = NewStore(options => options.DatabaseSchemaName = "older");
        await ExecuteAsync(
            """
            create schema older;
            create table older.mt_events (
                seq_id bigint primary key, id uuid not null, stream_id uuid, version bigint not null, data jsonb not null, bdata bytea,
                type varchar(500) not null, timestamp timestamptz not null default now(), tenant_id varchar default '*DEFAULT*',
                mt_dotnet_type varchar, is_archived boolean default false);
            """);

        await other.Schema.ApplyAsync();

        await other.Schema.AssertAsync();
    }

    /// <summary>Locks the table of events as everybody does who appends.</summary>
    private async Task<NpgsqlTransaction> WriteAsync(NpgsqlConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var write = new NpgsqlCommand("delete from mt_events", connection, transaction);
        await write.ExecuteNonQueryAsync(Cancellation);
        return transaction;
    }
}
