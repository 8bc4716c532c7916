using System.Diagnostics;
using Npgsql;

namespace Messaging.Tests;

/// <summary>What goes wrong before a handler is called is not the message's fault: it is not counted, also where the first failure is the last.</summary>
public sealed class BlamelessFailureTests : MessagingTest
{
    public sealed record Job(string Note);

    internal sealed class JobHandler
    {
        public static Task Handle(Job job, MessageContext context) => context.WriteAsync($"{job.Note} after {context.Envelope.Attempts}");
    }

    [Fact]
    public async Task A_connection_that_is_lost_when_the_message_is_begun()
    {
        // A sequence counts on whatever is rolled back.
        await ExecuteAsync("""
            CREATE SEQUENCE times;
            CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN IF nextval('times') <= 2 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN OLD; END $$;
            CREATE TRIGGER lose BEFORE DELETE ON messaging.envelopes FOR EACH ROW EXECUTE FUNCTION lose();
            """);
        var host = await StartHostAsync(Options);

        await SendAsync(host, new Job("lost"));
        await SendAsync(host, new Job("next"));
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["lost after 0", "next after 0"]);
        (await BuriedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_database_that_takes_no_connection_once_the_message_is_claimed()
    {
        var began = 0L;
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException(),
            async _ =>
            {
                if (!await ScalarAsync<bool>("SELECT EXISTS (SELECT FROM messaging.envelopes WHERE owner_id IS NOT NULL)"))
                    return;
                Interlocked.CompareExchange(ref began, Stopwatch.GetTimestamp(), 0);
                if (Stopwatch.GetElapsedTime(Interlocked.Read(ref began)) < TimeSpan.FromSeconds(1.5))
                    throw new NpgsqlException("The database takes no connection.", new TimeoutException());
            });
        await using var dataSource = builder.Build();
        using var host = BuildHost(options => { Options(options); options.Connection(dataSource); });
        await host.StartAsync();

        await SendAsync(host, new Job("claimed"));
        await NothingIsWaitingAsync();
        await host.StopAsync();

        (await EffectsAsync()).ShouldBe(["claimed after 0"]);
        (await BuriedAsync()).ShouldBe(0);
    }

    private static void Options(MessagingOptions options)
    {
        options.Handlers.Add<JobHandler>();
        options.Policies.OnAnyException().MoveToDeadLetters();
    }
}
