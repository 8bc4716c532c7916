using Npgsql;

namespace Messaging.Tests;

/// <summary>The schema is applied at every start, while other nodes handle messages and everybody sends them.</summary>
public sealed class SchemaBesideWorkTests : MessagingTest
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Where_nothing_is_missing_it_waits_for_no_handling()
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var handling = await HandleAsync(connection);

        await new MessagingSchema(Database, "messaging").ApplyAsync().WaitAsync(AtOnce);
    }

    [Fact]
    public async Task While_it_waits_for_a_handling_to_add_what_is_missing_others_send()
    {
        await ExecuteAsync("DROP INDEX messaging.envelopes_owner");
        var schema = new MessagingSchema(Database, "messaging");
        await using var connection = await Database.OpenConnectionAsync();
        await using var handling = await HandleAsync(connection);

        var applying = schema.ApplyAsync();
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = 'messaging.envelopes'::regclass"), "it waits");
        await ExecuteAsync("INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at) VALUES (gen_random_uuid(), 'default', 't', '{}', now(), now())").WaitAsync(AtOnce);
        applying.IsCompleted.ShouldBeFalse();
        await handling.CommitAsync();
        await applying;

        (await ScalarAsync<bool>("SELECT to_regclass('messaging.envelopes_owner') IS NOT NULL")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_index_is_named_for_the_order_of_keys_rests_on_one()
    {
        await ExecuteAsync("DROP INDEX messaging.envelopes_key_in_hand");

        (await Should.ThrowAsync<MessagingSchemaMissingException>(() => new MessagingSchema(Database, "messaging").AssertAsync())).Missing.ShouldBe(["envelopes_key_in_hand"]);
    }

    /// <summary>Locks the table as a handling does.</summary>
    private static async Task<NpgsqlTransaction> HandleAsync(NpgsqlConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("DELETE FROM messaging.envelopes", connection, transaction);
        await take.ExecuteNonQueryAsync();
        return transaction;
    }
}
