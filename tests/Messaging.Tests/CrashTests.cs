using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Messaging.Tests;

public sealed class CrashTests : MessagingTest
{
    public sealed record Job(int Number);

    /// <summary>Kills, from outside, the server session a handler works on: to the worker it looks like a crash of PostgreSQL or the network.</summary>
    internal sealed class Killer(NpgsqlDataSource database)
    {
        public async Task KillAsync(NpgsqlConnection connection)
        {
            await using var kill = database.CreateCommand("SELECT pg_terminate_backend($1, 10000)");
            kill.Parameters.Add(new NpgsqlParameter { Value = connection.ProcessID });
            ((bool)(await kill.ExecuteScalarAsync())!).ShouldBeTrue();
        }
    }

    public enum Moment
    {
        BeforeTheEffect,
        AfterTheEffect,
        WhenTheHandlerFails,
    }

    internal sealed class JobHandler(Killer killer, Moment moment)
    {
        public async Task Handle(Job job, MessageContext context)
        {
            var isFirst = context.Envelope.Attempts == 0;
            if (isFirst && moment == Moment.BeforeTheEffect)
                await killer.KillAsync(context.Connection);
            await context.WriteAsync($"job {job.Number} after {context.Envelope.Attempts}");
            if (isFirst && moment != Moment.BeforeTheEffect)
                await killer.KillAsync(context.Connection);
            if (isFirst && moment == Moment.WhenTheHandlerFails)
                throw new InvalidOperationException("Failed, and the connection on which to say so is gone.");
        }
    }

    [Theory]
    [InlineData(Moment.BeforeTheEffect)]
    [InlineData(Moment.AfterTheEffect)]
    [InlineData(Moment.WhenTheHandlerFails)]
    public async Task A_connection_killed_while_handling_loses_nothing_and_doubles_nothing(Moment moment)
    {
        var host = await StartAsync(moment);

        await SendAsync(host, new Job(1));
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["job 1 after 1"]);
        (await BuriedAsync()).ShouldBe(0);
    }

    internal sealed class CommitHandler
    {
        public static Task Handle(Job job, MessageContext context) => context.WriteAsync($"job {job.Number} after {context.Envelope.Attempts}");
    }

    [Fact]
    public async Task A_connection_killed_in_the_middle_of_the_commit_loses_nothing_and_doubles_nothing()
    {
        await ExecuteAsync("""
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER die AFTER INSERT ON effects DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.note LIKE '% after 0') EXECUTE FUNCTION die();
            """);
        var host = await StartHostAsync(options =>
        {
            options.Handlers.Add<CommitHandler>();
            options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero);
        });

        await SendAsync(host, new Job(1));
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["job 1 after 1"]);
    }

    [Fact]
    public async Task A_handler_that_always_breaks_its_connection_is_not_tried_for_ever()
    {
        var killer = new Killer(Database);
        var host = await StartHostAsync(
            options =>
            {
                options.Handlers.Add<SuicidalHandler>();
                options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero, TimeSpan.Zero);
            },
            services => services.AddSingleton(killer));

        await SendAsync(host, new Job(1));
        await NothingIsWaitingAsync();

        (await ScalarAsync<int>("SELECT attempts FROM messaging.dead_letters")).ShouldBe(3);
    }

    internal sealed class SuicidalHandler(Killer killer)
    {
        public Task Handle(Job _, MessageContext context) => killer.KillAsync(context.Connection);
    }

    [Fact]
    public async Task Every_connection_lost_at_once_only_delays()
    {
        var host = await StartHostAsync(options => options.Handlers.Add<CommitHandler>());
        await SendAsync(host, new Job(1));
        await NothingIsWaitingAsync();

        await ExecuteAsync("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await using var batch = Database.CreateBatch();
        batch.BatchCommands.Add(host.Services.GetRequiredService<MessageOutbox>().Send(new Job(2)));
        await batch.ExecuteNonQueryAsync();
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["job 1 after 0", "job 2 after 0"]);
    }

    internal sealed class UnluckyHandler(Killer killer)
    {
        public async Task Handle(Job job, MessageContext context)
        {
            await context.WriteAsync($"{job.Number:000}");
            if (job.Number % 7 == 0 && context.Envelope.Attempts == 0)
                await killer.KillAsync(context.Connection);
            if (job.Number % 5 == 0 && context.Envelope.Attempts < 2)
                throw new InvalidOperationException("Every fifth fails a few times.");
        }
    }

    [Fact]
    public async Task Two_workers_on_one_queue_among_crashes_and_failures_do_every_message_once()
    {
        const int Count = 150;
        var sender = await StartHostAsync(options => { UnluckyOptions(options); options.RunWorker = false; }, UnluckyServices);
        for (var number = 0; number < Count; number++)
            await SendAsync(sender, new Job(number));

        await StartHostAsync(UnluckyOptions, UnluckyServices);
        await StartHostAsync(UnluckyOptions, UnluckyServices);
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(Enumerable.Range(0, Count).Select(number => $"{number:000}").ToArray());
        (await BuriedAsync()).ShouldBe(0);
    }

    internal sealed class MeetingHandler(CountdownEvent bothAreHere)
    {
        public void Handle(Job job)
        {
            bothAreHere.Signal();
            bothAreHere.Wait(Patience).ShouldBeTrue($"job {job.Number} waits for the other to be in hand at the same time");
        }
    }

    [Fact]
    public async Task Two_workers_on_one_queue_work_at_the_same_time()
    {
        using var bothAreHere = new CountdownEvent(2);
        void Services(IServiceCollection services) => services.AddSingleton(bothAreHere);
        void Options(MessagingOptions options)
        {
            options.Handlers.Add<MeetingHandler>();
            options.Policies.OnAnyException().MoveToDeadLetters();
        }

        await StartHostAsync(Options, Services);
        var host = await StartHostAsync(Options, Services);
        await SendAsync(host, new Job(1));
        await SendAsync(host, new Job(2));
        await NothingIsWaitingAsync();

        (await BuriedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_worker_started_before_the_tables_exist_begins_when_they_do()
    {
        var host = await StartHostAsync(options => { options.Handlers.Add<CommitHandler>(); options.Schema = "elsewhere"; });
        await host.Services.GetRequiredService<MessagingSchema>().ApplyAsync();

        await SendAsync(host, new Job(1));
        await EventuallyAsync(async () => (await EffectsAsync()).Length == 1, "the message is handled");
    }

    /// <summary>While it handles the message the first time, its connection goes and another node gets the message.</summary>
    internal sealed class LosingHandler(Killer killer, NpgsqlDataSource database)
    {
        public async Task Handle(Job job, MessageContext context)
        {
            if (context.Envelope.Interruptions == 0)
            {
                await killer.KillAsync(context.Connection);
                await using var give = database.CreateCommand("""
                    INSERT INTO messaging.nodes (id, name) VALUES (gen_random_uuid(), 'the other');
                    UPDATE messaging.envelopes SET owner_id = (SELECT id FROM messaging.nodes WHERE name = 'the other')
                    """);
                await give.ExecuteNonQueryAsync();
            }

            await context.WriteAsync($"job {job.Number} after {context.Envelope.Attempts}");
        }
    }

    [Theory]
    [InlineData("moved to the dead letters")]
    [InlineData("discarded")]
    [InlineData("tried later")]
    [InlineData("tried at once")]
    public async Task Who_fails_with_a_message_that_has_become_another_nodes_decides_nothing_about_it(string whatItWouldBe)
    {
        var host = await StartHostAsync(
            options =>
            {
                options.Handlers.Add<LosingHandler>();
                var rule = options.Policies.OnAnyException();
                _ = whatItWouldBe switch
                {
                    "moved to the dead letters" => rule.MoveToDeadLetters(),
                    "discarded" => rule.Discard(),
                    "tried later" => rule.ScheduleRetry(TimeSpan.Zero),
                    _ => rule.RetryTimes(1),
                };
                options.Policies.OnNodeLost().ScheduleRetry(TimeSpan.Zero);
                // The other is never heard of, so after this time it is this node's turn again.
                options.NodeTimeout = TimeSpan.FromSeconds(1);
            },
            services => services.AddSingleton(new Killer(Database)).AddSingleton(Database));

        await SendAsync(host, new Job(1));
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["job 1 after 0"]);
        (await BuriedAsync()).ShouldBe(0);
    }

    private Task<IHost> StartAsync(Moment moment) => StartHostAsync(
        options =>
        {
            options.Handlers.Add<JobHandler>();
            options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero);
        },
        services => services.AddSingleton(new Killer(Database)).AddSingleton(typeof(Moment), moment));

    private static void UnluckyOptions(MessagingOptions options)
    {
        options.Handlers.Add<UnluckyHandler>();
        options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
    }

    private void UnluckyServices(IServiceCollection services) => services.AddSingleton(new Killer(Database));
}
