using Messaging.Runtime;
using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Messaging.Tests;

public sealed class SendingTests : MessagingTest
{
    public sealed record Greet(string Name);

    public sealed record NobodyCares;

    internal sealed class GreetHandler(Probe probe)
    {
        public void Handle(Greet message) => probe.Say(message.Name);
    }

    private readonly Probe _probe = new();

    [Fact]
    public async Task A_message_sent_within_a_transaction_is_handled_once_that_commits()
    {
        var host = await StartHostAsync(Options, Services);
        var outbox = host.Services.GetRequiredService<MessageOutbox>();

        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { outbox.Send(new Greet("Ann")) } };
        await batch.ExecuteNonQueryAsync();
        (await WaitingAsync()).ShouldBe(0);
        await transaction.CommitAsync();
        outbox.Wake();

        (await _probe.NextAsync()).ShouldBe("Ann");
        await NothingIsWaitingAsync();
    }

    [Fact]
    public async Task A_message_sent_within_a_transaction_that_rolls_back_was_never_sent()
    {
        var host = await StartHostAsync(Options, Services);
        var outbox = host.Services.GetRequiredService<MessageOutbox>();

        await using (var connection = await Database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { outbox.Send(new Greet("rolled back")) } };
            await batch.ExecuteNonQueryAsync();
            await transaction.RollbackAsync();
        }

        await SendAsync(host, new Greet("kept"));
        (await _probe.NextAsync()).ShouldBe("kept");
        await NothingIsWaitingAsync();
    }

    [Fact]
    public async Task A_message_nobody_announced_is_found_by_polling()
    {
        var host = await StartHostAsync(Options, Services);
        await using var batch = Database.CreateBatch();
        batch.BatchCommands.Add(host.Services.GetRequiredService<MessageOutbox>().Send(new Greet("Ann")));
        await batch.ExecuteNonQueryAsync();

        (await _probe.NextAsync()).ShouldBe("Ann");
    }

    [Fact]
    public async Task A_message_sent_by_another_process_wakes_the_worker_without_polling()
    {
        await StartHostAsync(options => { Options(options); options.PollingInterval = TimeSpan.FromHours(1); }, Services);
        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"), "the worker listens");

        await SendAsync(sender, new Greet("first"));
        (await _probe.NextAsync()).ShouldBe("first");
        await SendAsync(sender, new Greet("second"));
        (await _probe.NextAsync()).ShouldBe("second");
    }

    [Fact]
    public async Task A_message_without_a_handler_is_refused_when_sent_and_dropped_when_published()
    {
        var host = await StartHostAsync(Options, Services);
        await using var scope = host.Services.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();

        var refusal = await Should.ThrowAsync<NoHandlerException>(async () => await bus.SendAsync(new NobodyCares()));
        refusal.Code.ShouldBe("MESSAGING_NO_HANDLER");
        refusal.Message.ShouldContain("NobodyCares");
        await bus.PublishAsync(new NobodyCares());
        (await WaitingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_published_to_a_handler_is_handled()
    {
        var host = await StartHostAsync(Options, Services);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new Greet("Ann"));

        (await _probe.NextAsync()).ShouldBe("Ann");
    }

    [Fact]
    public async Task A_queue_nobody_declared_is_refused_with_the_names_of_those_that_are()
    {
        var host = await StartHostAsync(options => { Options(options); options.AddQueue("mail"); }, Services);

        var refusal = await Should.ThrowAsync<UnknownQueueException>(() => SendAsync(host, new Greet("Ann"), new DeliveryOptions { Queue = "mial" }));
        refusal.Code.ShouldBe("MESSAGING_UNKNOWN_QUEUE");
        refusal.Message.ShouldContain("default, mail");
    }

    [Fact]
    public async Task Two_messages_with_one_deduplication_id_are_one_also_after_the_first_was_handled()
    {
        var host = await StartHostAsync(Options, Services);
        var once = new DeliveryOptions { DeduplicationId = "greeting of the day" };

        await SendAsync(host, new Greet("first"), once);
        (await _probe.NextAsync()).ShouldBe("first");
        await NothingIsWaitingAsync();
        await SendAsync(host, new Greet("doubled"), once);
        await SendAsync(host, new Greet("another"), new DeliveryOptions { DeduplicationId = "greeting of tomorrow" });

        (await _probe.NextAsync()).ShouldBe("another");
    }

    [Fact]
    public async Task A_deduplication_id_is_free_again_when_its_window_has_passed()
    {
        var clock = new SettableClock(DateTimeOffset.UnixEpoch.AddYears(50));
        var host = await StartHostAsync(
            options => { Options(options); options.DeduplicationWindow = TimeSpan.FromHours(1); },
            services => { Services(services); services.AddSingleton<TimeProvider>(clock); });
        var once = new DeliveryOptions { DeduplicationId = "hourly" };

        await SendAsync(host, new Greet("first"), once);
        (await _probe.NextAsync()).ShouldBe("first");
        clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(host, new Greet("an hour later"), once);

        (await _probe.NextAsync()).ShouldBe("an hour later");
    }

    [Fact]
    public async Task Only_deduplication_ids_whose_window_has_passed_are_cleaned_away()
    {
        var clock = new SettableClock(new DateTimeOffset(2030, 1, 8, 0, 0, 0, TimeSpan.Zero));
        await ExecuteAsync("INSERT INTO messaging.deduplications VALUES ('past', '2030-01-08T00:00Z'), ('current', '2030-01-08T00:01Z')");

        await new DeduplicationCleaner(Database, new EnvelopeStatements("messaging", new FailureText(_ => true)), new MessagingClock(clock), NullLogger.Instance).CleanAsync(CancellationToken.None);

        (await ScalarAsync<string[]>("SELECT array_agg(deduplication_id::text) FROM messaging.deduplications")).ShouldBe(["current"]);
    }

    [Fact]
    public async Task A_deduplication_id_of_a_transaction_that_rolled_back_is_not_taken()
    {
        var host = await StartHostAsync(Options, Services);
        var once = new DeliveryOptions { DeduplicationId = "greeting of the day" };
        await using (var connection = await Database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            var rolledBack = host.Services.GetRequiredService<MessageOutbox>().Send(new Greet("rolled back"), once);
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { rolledBack } };
            await batch.ExecuteNonQueryAsync();
        }

        await SendAsync(host, new Greet("kept"), once);
        (await _probe.NextAsync()).ShouldBe("kept");
    }

    [Theory]
    [InlineData(true, "first")]
    [InlineData(false, "second")]
    public async Task Of_two_who_send_with_one_deduplication_id_at_the_same_moment_one_does(bool isFirstCommitted, string expected)
    {
        var host = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        var once = new DeliveryOptions { DeduplicationId = "greeting of the day" };
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var first = new NpgsqlBatch(connection, transaction) { BatchCommands = { host.Services.GetRequiredService<MessageOutbox>().Send(new Greet("first"), once) } };
        await first.ExecuteNonQueryAsync();

        var second = SendAsync(host, new Greet("second"), once);
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"), "the second waits for the first");
        await (isFirstCommitted ? transaction.CommitAsync() : transaction.RollbackAsync());
        await second;

        (await ScalarAsync<string[]>("SELECT array_agg(body ->> 'Name') FROM messaging.envelopes")).ShouldBe([expected]);
    }

    [Fact]
    public async Task A_slow_queue_does_not_hold_up_another()
    {
        var held = new TaskCompletionSource();
        var host = await StartHostAsync(
            options => { options.Handlers.Add<SlowHandler>(); Options(options); options.AddQueue("slow"); },
            services => { Services(services); services.AddSingleton(held); });

        await SendAsync(host, new Dawdle(), new DeliveryOptions { Queue = "slow" });
        (await _probe.NextAsync()).ShouldBe("dawdling");
        await SendAsync(host, new Greet("Ann"));
        (await _probe.NextAsync()).ShouldBe("Ann");
        held.SetResult();
    }

    public sealed record Dawdle;

    internal sealed class SlowHandler
    {
        public static async Task HandleAsync(Dawdle _, Probe probe, TaskCompletionSource held)
        {
            probe.Say("dawdling");
            await held.Task;
        }
    }

    private static void Options(MessagingOptions options) => options.Handlers.Add<GreetHandler>();

    private void Services(IServiceCollection services) => services.AddSingleton(_probe);
}
