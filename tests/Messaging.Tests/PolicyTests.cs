using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Tests;

public sealed class PolicyTests : MessagingTest
{
    public sealed record Fetch(string What);

    public sealed record Store(string What);

    private sealed class NotThereException : Exception;

    internal sealed class StubbornHandler(Probe probe)
    {
        public void Handle(Fetch fetch, Envelope envelope) => Fail($"{fetch.What} {envelope.Attempts + 1}");

        public void Handle(Store store, Envelope envelope) => Fail($"{store.What} {envelope.Attempts + 1}");

        private void Fail(string attempt)
        {
            probe.Say(attempt);
            throw new NotThereException();
        }
    }

    private readonly Probe _probe = new();
    private readonly SettableClock _clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Retries_at_once_come_one_after_another_and_then_what_was_added_next()
    {
        var host = await StartAsync(policies => policies.OnException<NotThereException>().RetryTimes(2).ScheduleRetry(TimeSpan.FromHours(1)).MoveToDeadLetters());

        await SendAsync(host, new Fetch("it"));
        for (var attempt = 1; attempt <= 3; attempt++)
            (await _probe.NextAsync()).ShouldBe($"it {attempt}");
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) = 1 FROM messaging.envelopes WHERE attempts = 3 AND owner_id IS NULL"), "it waits for the fourth");
        (await ScalarAsync<DateTime>("SELECT due_at FROM messaging.envelopes")).ShouldBe(_clock.GetUtcNow().AddHours(1).UtcDateTime);

        _clock.Advance(TimeSpan.FromHours(1));
        (await _probe.NextAsync()).ShouldBe("it 4");
        await NothingIsWaitingAsync();
        (await ScalarAsync<int>("SELECT attempts FROM messaging.dead_letters")).ShouldBe(4);
    }

    [Fact]
    public async Task A_rule_for_a_type_of_message_comes_before_the_others()
    {
        var host = await StartAsync(policies =>
        {
            policies.OnAnyException().MoveToDeadLetters();
            policies.ForMessage<Fetch>().OnException<NotThereException>().RetryTimes(1).Discard();
        });

        await SendAsync(host, new Fetch("fetch"));
        await SendAsync(host, new Store("store"));
        await NothingIsWaitingAsync();

        (await _probe.NextAsync()).ShouldBe("fetch 1");
        (await _probe.NextAsync()).ShouldBe("fetch 2");
        (await _probe.NextAsync()).ShouldBe("store 1");
        (await ScalarAsync<string[]>("SELECT array_agg(body->>'What') FROM messaging.dead_letters")).ShouldBe(["store"]);
    }

    [Fact]
    public void Back_off_doubles_up_to_the_longest()
    {
        var rule = new FailurePolicies().OnAnyException().ScheduleRetryWithBackoff(6, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        Enumerable.Range(1, 7).Select(attempt => rule.Next(attempt, 0.5)).ShouldBe(
            [.. new[] { 1, 2, 4, 8, 10, 10 }.Select(seconds => FailureStep.Schedule(TimeSpan.FromSeconds(seconds))), FailureStep.Bury]);
    }

    [Fact]
    public void Jitter_spreads_a_delay_to_both_sides_by_its_share_and_no_more()
    {
        var rule = new FailurePolicies().OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(100)).WithJitter(0.2);

        rule.Next(1, 0).Delay.TotalSeconds.ShouldBe(80, 0.001);
        rule.Next(1, 0.5).Delay.TotalSeconds.ShouldBe(100, 0.001);
        rule.Next(1, 0.999999).Delay.TotalSeconds.ShouldBe(120, 0.001);
        var policies = new FailurePolicies();
        policies.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(100)).WithJitter(0.2);
        Enumerable.Range(0, 50).Select(_ => policies.Next("any", new NotThereException(), 1).Delay).Distinct().Count().ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_type_that_nobody_here_knows_is_waited_for_whatever_the_rules_say_and_then_buried()
    {
        var policies = new FailurePolicies();
        policies.OnAnyException().Discard();

        Enumerable.Range(1, 4).Select(attempt => policies.Next("new", new UnknownMessageTypeException("new"), attempt)).ShouldBe(
            [.. new[] { 10, 60, 300 }.Select(seconds => FailureStep.Schedule(TimeSpan.FromSeconds(seconds))), FailureStep.Bury]);
    }

    [Fact]
    public async Task A_message_of_a_new_type_that_a_node_of_before_has_claimed_waits_for_one_that_knows_it()
    {
        await ExecuteAsync($$"""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at)
            VALUES (gen_random_uuid(), 'default', '{{typeof(Fetch).FullName}}', '{"What":"it"}', '2020-01-01', '2020-01-01')
            """);
        using (var before = BuildHost(options => options.Handlers.Add<NodeProgram.WorkHandler>(), services => services.AddSingleton<TimeProvider>(_clock)))
        {
            await before.StartAsync();
            await EventuallyAsync(
                async () => await BuriedAsync() == 1 || await ScalarAsync<bool>("SELECT count(*) = 1 FROM messaging.envelopes WHERE attempts = 1 AND owner_id IS NULL"),
                "it has come upon it");
            await before.StopAsync();
        }

        _clock.Advance(TimeSpan.FromSeconds(10));
        await StartAsync(policies => policies.OnAnyException().Discard());
        (await _probe.NextAsync()).ShouldBe("it 2");
    }

    [Fact]
    public void A_lost_node_is_no_exception_of_a_handler()
    {
        var policies = new FailurePolicies();
        policies.OnAnyException().MoveToDeadLetters();

        policies.NextAfterLoss("any", 1).ShouldBe(FailureStep.Schedule(TimeSpan.Zero), "the message may have had nothing to do with it");
        policies.NextAfterLoss("any", 4).ShouldBe(FailureStep.Bury);
        policies.ForMessage<Fetch>().OnNodeLost().MoveToDeadLetters();
        policies.NextAfterLoss(typeof(Fetch).FullName!, 1).ShouldBe(FailureStep.Bury);
        policies.NextAfterLoss(typeof(Store).FullName!, 1).ShouldBe(FailureStep.Schedule(TimeSpan.Zero));
    }

    private Task<IHost> StartAsync(Action<FailurePolicies> policies) => StartHostAsync(
        options =>
        {
            options.Handlers.Add<StubbornHandler>();
            policies(options.Policies);
        },
        services => services.AddSingleton(_probe).AddSingleton<TimeProvider>(_clock));
}
