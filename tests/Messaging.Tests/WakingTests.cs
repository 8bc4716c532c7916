using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Messaging.Tests;

/// <summary>Whoever looks by themselves only once an hour has to be told, or to know, when there is something to do.</summary>
public sealed class WakingTests : MessagingTest
{
    public sealed record Step(int Left);

    internal sealed class StepHandler(Probe probe)
    {
        public async Task Handle(Step step, MessageContext context)
        {
            probe.Say($"{step.Left}");
            if (step.Left > 0 && context.Envelope.PartitionKey is null)
                await context.SendAsync(new Step(step.Left - 1));
        }
    }

    private readonly Probe _probe = new();

    [Fact]
    public async Task A_message_sent_while_another_is_handled_is_taken_at_once()
    {
        var host = await StartHostAsync(Options, Services);

        await SendAsync(host, new Step(2));

        foreach (var expected in (string[])["2", "1", "0"])
            (await _probe.NextAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_message_is_taken_when_it_comes_due()
    {
        var host = await StartHostAsync(Options, Services);

        await SendAsync(host, new Step(0), new DeliveryOptions { ScheduledTime = DateTimeOffset.UtcNow.AddMilliseconds(300) });

        (await _probe.NextAsync()).ShouldBe("0");
    }

    [Fact]
    public async Task The_next_of_a_key_is_taken_when_the_one_before_is_done()
    {
        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        for (var number = 1; number <= 3; number++)
            await SendAsync(sender, new Step(number), new DeliveryOptions { PartitionKey = "one" });

        await StartHostAsync(Options, Services);

        foreach (var expected in (string[])["1", "2", "3"])
            (await _probe.NextAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_taken_over_from_a_node_that_is_gone_is_taken_at_once()
    {
        var host = await StartHostAsync(options => { Options(options); options.NodeTimeout = NodeProgram.Timeout; }, Services);
        await SendAsync(host, new Step(0));
        (await _probe.NextAsync()).ShouldBe("0");
        await NothingIsWaitingAsync();

        await ExecuteAsync($$"""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at, owner_id)
            VALUES (gen_random_uuid(), 'default', '{{typeof(Step).FullName}}', '{"Left":0}', now(), now(), gen_random_uuid())
            """);

        (await _probe.NextAsync()).ShouldBe("0");
    }

    [Fact]
    public async Task A_message_that_somebody_else_has_locked_holds_up_no_other()
    {
        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        await SendAsync(sender, new Step(0), new DeliveryOptions { CorrelationId = "locked" });
        await SendAsync(sender, new Step(1), new DeliveryOptions { PartitionKey = "free" });
        await using var connection = await Database.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("SELECT FROM messaging.envelopes WHERE correlation_id = 'locked' FOR UPDATE", connection, transaction);
            await hold.ExecuteNonQueryAsync();

            await StartHostAsync(options => { Options(options); options.PollingInterval = TimeSpan.FromMilliseconds(50); }, Services);
            (await _probe.NextAsync()).ShouldBe("1");
        }

        (await _probe.NextAsync()).ShouldBe("0");
    }

    private static void Options(MessagingOptions options)
    {
        options.Handlers.Add<StepHandler>();
        options.PollingInterval = TimeSpan.FromHours(1);
    }

    private void Services(IServiceCollection services) => services.AddSingleton(_probe);
}
