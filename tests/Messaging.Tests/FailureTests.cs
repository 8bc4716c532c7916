using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Messaging.Tests;

public sealed class FailureTests : MessagingTest
{
    public sealed record Chore(string Note);

    public sealed record Marker;

    internal sealed class MarkerHandler(Probe probe)
    {
        public void Handle(Marker _) => probe.Say("marker");
    }

    /// <summary>What each test makes the handler do.</summary>
    internal sealed record Behaviour(Func<MessageContext, CancellationToken, Task> Act);

    internal sealed class ChoreHandler(Behaviour behaviour, Probe probe)
    {
        public async Task Handle(Chore chore, MessageContext context, CancellationToken cancellationToken)
        {
            await context.WriteAsync($"{chore.Note} after {context.Envelope.Attempts}");
            probe.Say($"attempt {context.Envelope.Attempts + 1}");
            await behaviour.Act(context, cancellationToken);
        }
    }

    private sealed class DidNotWorkException(string message) : Exception(message);

    private readonly Probe _probe = new();
    private readonly SettableClock _clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));
    private IHost? _host;

    [Fact]
    public async Task A_failed_message_leaves_no_effect_and_is_tried_again_when_its_wait_is_over()
    {
        await SendAsync(await StartAsync(
            (context, _) => context.Envelope.Attempts == 0 ? throw new DidNotWorkException("first time") : Task.CompletedTask,
            options => options.Policies.OnAnyException().ScheduleRetry(TimeSpan.FromMinutes(1))));

        (await _probe.NextAsync()).ShouldBe("attempt 1");
        (await ReachedMarkerAsync()).ShouldBe("marker");
        (await EffectsAsync()).ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await _probe.NextAsync()).ShouldBe("attempt 2");
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["done after 1"]);
        (await BuriedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_keeps_failing_ends_among_the_dead_letters_with_its_exception()
    {
        await SendAsync(await StartAsync(
            (_, _) => throw new DidNotWorkException("never works"),
            options => options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero, TimeSpan.Zero)));

        await NothingIsWaitingAsync();

        (await ScalarAsync<string>("SELECT concat_ws('|', attempts, exception_type, exception_message, body->>'Note', queue, failed_at AT TIME ZONE 'UTC') FROM messaging.dead_letters"))
            .ShouldBe($"3|{typeof(DidNotWorkException).FullName}|never works|done|default|2030-01-01 08:00:00");
        (await ScalarAsync<string>("SELECT exception_detail FROM messaging.dead_letters")).ShouldContain(nameof(A_message_that_keeps_failing_ends_among_the_dead_letters_with_its_exception));
        (await EffectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_policy_the_waits_grow_and_the_fifth_failure_is_the_last()
    {
        await SendAsync(await StartAsync((_, _) => throw new DidNotWorkException("never works")));

        (await _probe.NextAsync()).ShouldBe("attempt 1");
        var waits = new[] { 1, 5, 30, 120 };
        for (var i = 0; i < waits.Length; i++)
        {
            var attempts = i + 1;
            await EventuallyAsync(() => ScalarAsync<bool>($"SELECT count(*) = 1 FROM messaging.envelopes WHERE attempts = {attempts}"), $"failure {attempts} is counted");
            (await ScalarAsync<DateTime>("SELECT due_at FROM messaging.envelopes")).ShouldBe(_clock.GetUtcNow().AddSeconds(waits[i]).UtcDateTime);
            _clock.Advance(TimeSpan.FromSeconds(waits[i]));
            (await _probe.NextAsync()).ShouldBe($"attempt {attempts + 1}");
        }

        await NothingIsWaitingAsync();
        (await ScalarAsync<int>("SELECT attempts FROM messaging.dead_letters")).ShouldBe(5);
    }

    [Fact]
    public async Task The_first_rule_that_fits_the_exception_decides()
    {
        await SendAsync(await StartAsync(
            (_, _) => throw new DidNotWorkException("hopeless"),
            options =>
            {
                options.Policies.OnException<FormatException>().ScheduleRetry(TimeSpan.FromDays(1));
                options.Policies.OnException<DidNotWorkException>().MoveToDeadLetters();
                options.Policies.OnAnyException().ScheduleRetry(TimeSpan.FromDays(1));
            }));

        await NothingIsWaitingAsync();

        (await ScalarAsync<int>("SELECT attempts FROM messaging.dead_letters")).ShouldBe(1);
    }

    [Theory]
    [InlineData("Messaging.Tests.FailureTests+Chore", """{"Note":[1]}""", typeof(MessageBodyUnreadableException))]
    [InlineData("Messaging.Tests.FailureTests+Chore", "null", typeof(MessageBodyUnreadableException))]
    public async Task A_message_that_can_never_be_handled_is_buried_at_once_and_holds_up_nothing(string type, string body, Type reason)
    {
        await ExecuteAsync($"""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at)
            VALUES (gen_random_uuid(), 'default', '{type}', '{body}', '2020-01-01', '2020-01-01')
            """);
        await StartAsync((_, _) => Task.CompletedTask);

        (await ReachedMarkerAsync()).ShouldBe("marker");

        (await ScalarAsync<string>("SELECT concat_ws('|', message_type, body, attempts, exception_type) FROM messaging.dead_letters"))
            .ShouldBe($"{type}|{body}|1|{reason.FullName}");
    }

    [Fact]
    public async Task An_exception_whose_text_postgres_cannot_hold_is_recorded_all_the_same()
    {
        await SendAsync(await StartAsync(
            (_, _) => throw new DidNotWorkException("nul \0, half a pair \uD83D, a whole one 😀, " + new string('x', 100_000)),
            options => options.Policies.OnAnyException().MoveToDeadLetters()));

        await NothingIsWaitingAsync();

        (await ScalarAsync<string>("SELECT exception_message FROM messaging.dead_letters")).ShouldStartWith("nul \uFFFD, half a pair \uFFFD, a whole one 😀, xxx");
    }

    [Fact]
    public async Task A_handler_that_hides_a_database_error_has_failed()
    {
        await SendAsync(await StartAsync(
            async (context, _) =>
            {
                if (context.Envelope.Attempts == 0)
                    await Should.ThrowAsync<PostgresException>(() => RunAsync(context, "SELECT 1 / 0"));
            },
            options => options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero)));

        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["done after 1"]);
    }

    [Fact]
    public async Task A_handling_that_the_database_refuses_at_commit_has_failed()
    {
        await ExecuteAsync("CREATE TABLE tickets (number int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
        await SendAsync(await StartAsync(
            (context, _) => RunAsync(context, context.Envelope.Attempts == 0 ? "INSERT INTO tickets VALUES (1), (1)" : "INSERT INTO tickets VALUES (1)"),
            options => options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero)));

        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["done after 1"]);
        (await ScalarAsync<long>("SELECT count(*) FROM tickets")).ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_leaves_a_reader_open_has_failed()
    {
        await SendAsync(await StartAsync(
            async (context, cancellationToken) =>
            {
                if (context.Envelope.Attempts == 0)
                    await new NpgsqlCommand("SELECT generate_series(1, 100000)", context.Connection).ExecuteReaderAsync(cancellationToken);
            },
            options => options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero)));

        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["done after 1"]);
    }

    [Fact]
    public async Task A_handler_that_commits_by_itself_has_its_effects_once_all_the_same()
    {
        await SendAsync(await StartAsync(
            (context, cancellationToken) => context.Transaction.CommitAsync(cancellationToken),
            options => options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero)));

        (await ReachedMarkerAsync()).ShouldBe("attempt 1");
        (await _probe.NextAsync()).ShouldBe("marker");
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["done after 0"]);
    }

    [Fact]
    public async Task A_handler_that_rolls_back_by_itself_has_failed()
    {
        await SendAsync(await StartAsync(
            (context, cancellationToken) => context.Envelope.Attempts == 0 ? context.Transaction.RollbackAsync(cancellationToken) : Task.CompletedTask,
            options => options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero)));

        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["done after 1"]);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_cancelled_and_has_failed()
    {
        await SendAsync(await StartAsync(
            (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken),
            options =>
            {
                options.HandlingTimeout = TimeSpan.FromMilliseconds(20);
                options.Policies.OnAnyException().MoveToDeadLetters();
            }));

        await NothingIsWaitingAsync();

        (await ScalarAsync<string>("SELECT exception_type FROM messaging.dead_letters")).ShouldBe(typeof(TimeoutException).FullName);
    }

    private async Task<IHost> StartAsync(Func<MessageContext, CancellationToken, Task> behaviour, Action<MessagingOptions>? configure = null) =>
        _host = await StartHostAsync(
            options =>
            {
                options.Handlers.Add<ChoreHandler>();
                options.Handlers.Add<MarkerHandler>();
                configure?.Invoke(options);
            },
            services => services.AddSingleton(_probe).AddSingleton<TimeProvider>(_clock).AddSingleton(new Behaviour(behaviour)));

    private static Task SendAsync(IHost host) => SendAsync(host, new Chore("done"));

    private async Task<string> ReachedMarkerAsync()
    {
        await SendAsync(_host!, new Marker());
        return await _probe.NextAsync();
    }

    private static async Task RunAsync(MessageContext context, string sql)
    {
        await using var command = new NpgsqlCommand(sql, context.Connection, context.Transaction);
        await command.ExecuteNonQueryAsync();
    }
}
