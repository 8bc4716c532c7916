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
