using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

public sealed class SchemaTests : MessagingTest
{
    [Fact]
    public async Task Applying_the_schema_again_keeps_what_is_there()
    {
        await ExecuteAsync("INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at) VALUES (gen_random_uuid(), 'default', 't', '{}', now(), now())");

        await new MessagingSchema(Database, "messaging").ApplyAsync();

        (await WaitingAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_with_what_waits_in_it()
    {
        await ExecuteAsync("""
            CREATE SCHEMA old;
            CREATE TABLE old.envelopes (
                id uuid PRIMARY KEY, position bigint GENERATED ALWAYS AS IDENTITY, queue text NOT NULL, message_type text NOT NULL, body json NOT NULL,
                attempts integer NOT NULL DEFAULT 0, sent_at timestamptz NOT NULL, due_at timestamptz NOT NULL, correlation_id text, causation_id text,
                deduplication_id text, tenant_id text);
            CREATE INDEX envelopes_due ON old.envelopes (queue, due_at, position);
            CREATE TABLE old.dead_letters (
                id uuid PRIMARY KEY, queue text NOT NULL, message_type text NOT NULL, body json NOT NULL, attempts integer NOT NULL, sent_at timestamptz NOT NULL,
                failed_at timestamptz NOT NULL, correlation_id text, causation_id text, deduplication_id text, tenant_id text,
                exception_type text NOT NULL, exception_message text NOT NULL, exception_detail text NOT NULL);
            CREATE INDEX dead_letters_failed ON old.dead_letters (failed_at);
            INSERT INTO old.envelopes (id, queue, message_type, body, attempts, sent_at, due_at)
            VALUES (gen_random_uuid(), 'default', 'Messaging.Tests.NodeProgram+Job', '{"Note":"from before"}', 2, now(), now());
            INSERT INTO old.dead_letters VALUES (gen_random_uuid(), 'default', 't', '{}', 5, now(), now(), NULL, NULL, NULL, NULL, 'e', 'm', 'd');
            """);

        var host = await StartHostAsync(options => { NodeProgram.Configure(options); options.Schema = "old"; });
        await host.Services.GetRequiredService<MessagingSchema>().ApplyAsync();
        await host.Services.GetRequiredService<MessagingSchema>().AssertAsync();

        await EventuallyAsync(async () => await ScalarAsync<long>("SELECT count(*) FROM old.envelopes") == 0, "what waited is handled");
        (await EffectsAsync()).ShouldBe(["from before"]);
        (await host.Services.GetRequiredService<DeadLetters>().ListAsync()).Single().Attempts.ShouldBe(5);
    }

    [Fact]
    public async Task Dead_letters_from_before_it_was_said_whose_words_are_kept_lose_theirs_once()
    {
        await ExecuteAsync("""
            INSERT INTO messaging.dead_letters (id, queue, message_type, body, attempts, sent_at, failed_at, exception_type, exception_message, exception_detail)
            VALUES (gen_random_uuid(), 'default', 't', '{}', 5, now(), now(), 'System.FormatException', 'My son Jamie', 'System.FormatException: My son Jamie at')
            """);
        await new MessagingSchema(Database, "messaging").ApplyAsync();
        (await ScalarAsync<string>("SELECT exception_message FROM messaging.dead_letters")).ShouldBe("My son Jamie");

        await new MessagingSchema(Database, "messaging", forgetsWords: true).ApplyAsync();
        (await ScalarAsync<string>("SELECT exception_message || ' | ' || exception_detail FROM messaging.dead_letters")).ShouldBe($"{FailureText.NotKept} | System.FormatException");

        // What is kept since then is as it is to be.
        await ExecuteAsync("UPDATE messaging.dead_letters SET exception_message = 'There is no such wave.'");
        await new MessagingSchema(Database, "messaging", forgetsWords: true).ApplyAsync();
        (await ScalarAsync<string>("SELECT exception_message FROM messaging.dead_letters")).ShouldBe("There is no such wave.");
    }

    [Fact]
    public async Task Several_processes_may_apply_the_schema_at_the_same_time()
    {
        var schema = new MessagingSchema(Database, "fresh");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => schema.ApplyAsync())));

        await schema.AssertAsync();
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await ExecuteAsync("ALTER TABLE messaging.envelopes DROP COLUMN tenant_id");

        var refusal = await Should.ThrowAsync<MessagingSchemaMissingException>(() => new MessagingSchema(Database, "messaging").AssertAsync());

        refusal.Code.ShouldBe("MESSAGING_SCHEMA_MISSING");
        refusal.Missing.ShouldBe(["envelopes.tenant_id"]);
        refusal.Message.ShouldContain("ApplyAsync");
    }

    [Fact]
    public async Task The_script_makes_by_hand_what_applying_makes()
    {
        var schema = new MessagingSchema(Database, "by_hand");

        await ExecuteAsync(schema.ToDatabaseScript());

        await schema.AssertAsync();
        schema.ToDatabaseScript().ShouldNotContain("DROP", Case.Insensitive);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Messaging")]
    [InlineData("messages; drop table users")]
    [InlineData("\"")]
    [InlineData("1st")]
    public void A_schema_name_that_could_not_be_quoted_safely_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => new MessagingOptions().Schema = name).Message.ShouldContain("lower-case letters");
}
