using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

/// <summary>What the health check sees, and what it does not take for trouble.</summary>
public sealed class HealthTests : MessagingTest
{
    [Theory]
    // Without a key; the first of a key; one behind a message of its key that is as free as it is.
    [InlineData("('default', NULL, 120, 0, NULL)", "A message in the queue default has been due for 12")]
    [InlineData("('default', 'ann', 120, 0, NULL)", "A message in the queue default has been due for 12")]
    [InlineData("('default', 'ann', 120, 0, NULL), ('default', 'ann', 119, 0, NULL)", "A message in the queue default has been due for 12")]
    [InlineData("('removed', NULL, 120, 0, NULL)", "A message in the queue removed has been due for 12")]
    // In hand for longer than a handling may take.
    [InlineData("('default', NULL, 180, 0, 'node')", "A message in the queue default has been in hand for 18")]
    [InlineData("('removed', 'ann', 180, 0, 'node')", "A message in the queue removed has been in hand for 18")]
    public async Task It_sees(string messages, string trouble)
    {
        await StoreAsync(messages);

        (await TroublesAsync()).ShouldHaveSingleItem().ShouldStartWith(trouble);
    }

    [Theory]
    [InlineData("('default', NULL, 30, 0, NULL)")]
    [InlineData("('default', NULL, 90, 0, 'node')")]
    [InlineData("('default', NULL, -86400, 0, NULL)")]
    // Behind one of its key that has failed and waits, and behind one that is in hand.
    [InlineData("('default', 'ann', -600, 3, NULL), ('default', 'ann', 1200, 0, NULL)")]
    [InlineData("('default', 'ann', 90, 0, 'node'), ('default', 'ann', 90, 0, NULL)")]
    public async Task It_does_not_mind(string messages)
    {
        await StoreAsync(messages);

        (await TroublesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_sees_a_node_that_has_never_said_that_it_is_there()
    {
        using var host = BuildHost(options => { Options(options); options.NodeTimeout = TimeSpan.FromMilliseconds(100); });
        var health = host.Services.GetRequiredService<MessagingHealth>();
        await Task.Delay(TimeSpan.FromMilliseconds(200));

        (await health.FindTroublesAsync()).ShouldHaveSingleItem().ShouldStartWith("This node has not reached the database for");
    }

    /// <summary>As at every start after midnight, when what was to be done then is done late.</summary>
    [Fact]
    public async Task It_does_not_mind_one_that_was_due_long_before_it_was_sent_or_taken()
    {
        var mayEnd = new TaskCompletionSource();
        var probe = new Probe();
        var clock = new SettableClock(new DateTimeOffset(2030, 1, 1, 15, 0, 0, TimeSpan.Zero));
        var host = await StartHostAsync(
            options => options.Handlers.Add<StoppingTests.JobHandler>(),
            services => services.AddSingleton(probe).AddSingleton(mayEnd).AddSingleton<TimeProvider>(clock));
        var health = host.Services.GetRequiredService<MessagingHealth>();
        var midnight = new DeliveryOptions { ScheduledTime = clock.GetUtcNow().AddHours(-15) };

        await SendAsync(host, new StoppingTests.Job("late"), midnight);
        (await probe.NextAsync()).ShouldBe("late");
        (await health.FindTroublesAsync()).ShouldBeEmpty();

        clock.Advance(TimeSpan.FromMinutes(3));
        (await health.FindTroublesAsync()).ShouldBe(["A message in the queue default has been in hand for 180 seconds."]);
        mayEnd.SetResult();
    }

    private Task StoreAsync(string messages) => ExecuteAsync($$"""
        INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, partition_key, due_at, attempts, owner_id, claimed_at)
        SELECT gen_random_uuid(), queue, 't', '{}', since, key, since, attempts, CASE WHEN owner IS NOT NULL THEN gen_random_uuid() END, since
        FROM (VALUES {{messages}}) AS m (queue, key, seconds, attempts, owner), LATERAL (SELECT now() - seconds * interval '1 second') AS s (since)
        """);

    private async Task<IReadOnlyList<string>> TroublesAsync()
    {
        var host = await StartHostAsync(options => { Options(options); options.RunWorker = false; });
        return await host.Services.GetRequiredService<MessagingHealth>().FindTroublesAsync();
    }

    private static void Options(MessagingOptions options) => options.Handlers.Add<NodeProgram.WorkHandler>();
}
