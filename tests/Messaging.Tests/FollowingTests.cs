using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Messaging.Tests;

/// <summary>Messages that a node has in hand together: the commit of one is the beginning of the next, and nothing else of one is the other's.</summary>
public sealed class FollowingTests : MessagingTest
{
    public sealed record Job(string Name);

    internal delegate Task Deed(Job job, MessageContext context);

    internal sealed class JobHandler(Deed deed)
    {
        public async Task Handle(Job job, MessageContext context)
        {
            await context.WriteAsync($"{job.Name} after {context.Envelope.Attempts}");
            await deed(job, context);
        }
    }

    [Fact]
    public async Task They_are_handled_one_after_another_on_one_connection()
    {
        await HandleAsync(async (_, context) => await context.WriteAsync($"on {context.Connection.ProcessID}"));

        (await EffectsAsync()).Count(note => note.StartsWith("on ", StringComparison.Ordinal)).ShouldBe(2);
        (await ScalarAsync<long>("SELECT count(DISTINCT note) FROM effects WHERE note LIKE 'on %'")).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_fails_undoes_nothing_of_the_one_before()
    {
        await HandleAsync((job, _) => job.Name == "second" ? Task.FromException(new FormatException("never")) : Task.CompletedTask);

        (await EffectsAsync()).ShouldBe(["first after 0"]);
        (await BuriedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_one_leaves_in_its_session_the_next_does_not_find()
    {
        await HandleAsync(async (job, context) =>
        {
            await using var look = new NpgsqlCommand(
                "SELECT concat_ws(' ', current_setting('statement_timeout'), to_regclass('pg_temp.scratch')::text, (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()))",
                context.Connection);
            await context.WriteAsync($"{job.Name} finds {await look.ExecuteScalarAsync()}");
            await using var leave = new NpgsqlCommand("SET statement_timeout = '7min'; CREATE TEMP TABLE scratch (n int); SELECT pg_advisory_lock(7)", context.Connection);
            await leave.ExecuteNonQueryAsync();
        });

        (await EffectsAsync()).ShouldBe(["first after 0", "first finds 0 0", "second after 0", "second finds 0 0"]);
    }

    [Theory]
    // The server ends the session in the middle of the commit.
    [InlineData("PERFORM pg_terminate_backend(pg_backend_pid())")]
    // It refuses the commit.
    [InlineData("RAISE 'refused'")]
    public async Task A_commit_that_fails_is_not_that_of_the_next(string failure)
    {
        await ExecuteAsync($"""
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {failure}; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON effects DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.note = 'first after 0') EXECUTE FUNCTION fail();
            """);

        await HandleAsync((_, _) => Task.CompletedTask);

        (await EffectsAsync()).ShouldBe(["first after 1", "second after 0"]);
    }

    [Fact]
    public async Task A_next_that_has_become_another_nodes_is_left_to_that_one()
    {
        await HandleAsync(async (job, _) =>
        {
            if (job.Name == "first")
                await ExecuteAsync("UPDATE messaging.envelopes SET owner_id = NULL WHERE body ->> 'Name' = 'second'");
        });

        (await EffectsAsync()).ShouldBe(["first after 0", "second after 0"]);
    }

    [Fact]
    public async Task A_next_that_cannot_be_begun_does_not_undo_the_one_before()
    {
        await ExecuteAsync("""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
            CREATE TRIGGER refuse BEFORE DELETE ON messaging.envelopes
                FOR EACH ROW WHEN (OLD.body ->> 'Name' = 'second' AND OLD.attempts = 0) EXECUTE FUNCTION refuse();
            """);

        await HandleAsync((_, _) => Task.CompletedTask);

        (await EffectsAsync()).ShouldBe(["first after 0", "second after 1"]);
    }

    /// <summary>Two messages that wait already when the only worker starts, so that it claims them together; it tries again at once after a database's failure.</summary>
    private async Task HandleAsync(Deed deed)
    {
        void Configure(MessagingOptions options)
        {
            options.Handlers.Add<JobHandler>();
            options.Policies.OnException<NpgsqlException>().ScheduleRetry(TimeSpan.Zero);
            options.Policies.OnAnyException().MoveToDeadLetters();
        }

        var sender = await StartHostAsync(options => { Configure(options); options.RunWorker = false; }, services => services.AddSingleton(deed));
        await SendAsync(sender, new Job("first"));
        await SendAsync(sender, new Job("second"));
        await StartHostAsync(Configure, services => services.AddSingleton(deed));
        await NothingIsWaitingAsync();
    }
}
