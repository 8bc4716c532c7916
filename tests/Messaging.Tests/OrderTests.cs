using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Messaging.Tests;

/// <summary>The order of messages with one partition key, and queues that handle several at a time.</summary>
public sealed class OrderTests : MessagingTest
{
    public sealed record Step(string Key, int Number);

    /// <summary>What is going on at the moment, seen from outside the database.</summary>
    internal sealed class Floor
    {
        private readonly ConcurrentDictionary<string, int> _busy = new();

        public ConcurrentQueue<string> Overlaps { get; } = [];

        public void Enter(string key)
        {
            if (_busy.AddOrUpdate(key, 1, (_, count) => count + 1) > 1)
                Overlaps.Enqueue(key);
        }

        public void Leave(string key) => _busy.AddOrUpdate(key, 0, (_, count) => count - 1);
    }

    internal sealed class StepHandler(Floor floor)
    {
        public async Task Handle(Step step, MessageContext context)
        {
            floor.Enter(step.Key);
            try
            {
                await context.WriteAsync($"{step.Key} {step.Number:00}");
                await Task.Yield();
                if (step.Number % 5 == 0 && context.Envelope.Attempts < 2)
                    throw new InvalidOperationException("Every fifth fails twice.");
            }
            finally
            {
                floor.Leave(step.Key);
            }
        }
    }

    [Fact]
    public async Task Messages_of_a_key_are_handled_in_order_one_at_a_time_on_two_nodes_whatever_fails()
    {
        const int Keys = 6;
        const int Each = 25;
        var floor = new Floor();
        void Services(IServiceCollection services) => services.AddSingleton(floor);
        void Options(MessagingOptions options)
        {
            options.Handlers.Add<StepHandler>();
            options.DefaultQueue.Parallelism = 4;
            options.Policies.OnAnyException().RetryTimes(1).ScheduleRetry(TimeSpan.FromMilliseconds(20));
        }

        await ExecuteAsync("ALTER TABLE effects ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY");
        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        for (var number = 1; number <= Each; number++)
        {
            for (var key = 0; key < Keys; key++)
                await SendAsync(sender, new Step($"key{key}", number), new DeliveryOptions { PartitionKey = $"key{key}" });
        }

        await StartHostAsync(Options, Services);
        await StartHostAsync(Options, Services);
        await NothingIsWaitingAsync();

        floor.Overlaps.ShouldBeEmpty();
        for (var key = 0; key < Keys; key++)
        {
            (await ScalarAsync<string[]>($"SELECT array_agg(note ORDER BY number) FROM effects WHERE note LIKE 'key{key} %'"))
                .ShouldBe(Enumerable.Range(1, Each).Select(number => $"key{key} {number:00}").ToArray());
        }
    }

    [Fact]
    public async Task Two_of_a_key_cannot_be_in_hand_together_whatever_two_nodes_find_at_the_same_moment()
    {
        var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync("""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at, partition_key, owner_id)
            SELECT gen_random_uuid(), 'default', 'any', '{}', now(), now(), 'ann', gen_random_uuid() FROM generate_series(1, 2)
            """));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }

    public sealed record Letter(string Text, bool IsBad = false);

    internal sealed class LetterHandler(Probe probe)
    {
        public void Handle(Letter letter, Envelope envelope)
        {
            probe.Say(letter.Text);
            if (letter.IsBad && envelope.Attempts == 0)
                throw new InvalidOperationException("The first attempt fails.");
        }
    }

    private readonly Probe _probe = new();
    private readonly SettableClock _clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_message_that_failed_holds_back_those_of_its_key_and_no_others()
    {
        var host = await StartHostAsync(
            options => { options.Handlers.Add<LetterHandler>(); options.Policies.OnAnyException().ScheduleRetry(TimeSpan.FromMinutes(1)); },
            services => services.AddSingleton(_probe).AddSingleton<TimeProvider>(_clock));
        var ann = new DeliveryOptions { PartitionKey = "ann" };
        await SendAsync(host, new Letter("ann 1", IsBad: true), ann);
        (await _probe.NextAsync()).ShouldBe("ann 1");
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) = 1 FROM messaging.envelopes WHERE attempts = 1 AND owner_id IS NULL"), "the failure is recorded");

        await SendAsync(host, new Letter("ann 2"), ann);
        await SendAsync(host, new Letter("ben 1"), new DeliveryOptions { PartitionKey = "ben" });
        (await _probe.NextAsync()).ShouldBe("ben 1");
        await SendAsync(host, new Letter("nobody's"));
        (await _probe.NextAsync()).ShouldBe("nobody's");

        _clock.Advance(TimeSpan.FromMinutes(1));
        (await _probe.NextAsync()).ShouldBe("ann 1");
        (await _probe.NextAsync()).ShouldBe("ann 2");
        await NothingIsWaitingAsync();
    }

    [Fact]
    public async Task A_message_among_the_dead_letters_holds_nothing_back()
    {
        var host = await StartHostAsync(
            options => { options.Handlers.Add<LetterHandler>(); options.Policies.OnAnyException().MoveToDeadLetters(); },
            services => services.AddSingleton(_probe));
        var ann = new DeliveryOptions { PartitionKey = "ann" };

        await SendAsync(host, new Letter("bad", IsBad: true), ann);
        await SendAsync(host, new Letter("next"), ann);

        (await _probe.NextAsync()).ShouldBe("bad");
        (await _probe.NextAsync()).ShouldBe("next");
    }

    [Fact]
    public async Task A_message_scheduled_for_later_holds_nothing_back_before_its_time()
    {
        var host = await StartHostAsync(options => options.Handlers.Add<LetterHandler>(), services => services.AddSingleton(_probe).AddSingleton<TimeProvider>(_clock));
        var ann = new DeliveryOptions { PartitionKey = "ann" };

        await SendAsync(host, new Letter("tomorrow's"), ann with { ScheduledTime = _clock.GetUtcNow().AddDays(1) });
        await SendAsync(host, new Letter("today's"), ann);

        (await _probe.NextAsync()).ShouldBe("today's");
        _clock.Advance(TimeSpan.FromDays(1));
        (await _probe.NextAsync()).ShouldBe("tomorrow's");
    }

    public sealed record Meeting(int Number);

    internal sealed class MeetingHandler(CountdownEvent allAreHere)
    {
        public void Handle(Meeting meeting)
        {
            allAreHere.Signal();
            allAreHere.Wait(Patience).ShouldBeTrue($"{meeting.Number} waits for the others to be in hand at the same time");
        }
    }

    [Fact]
    public async Task A_queue_handles_as_many_at_a_time_as_it_is_told()
    {
        using var allAreHere = new CountdownEvent(3);
        var host = await StartHostAsync(
            options =>
            {
                options.Handlers.Add<MeetingHandler>();
                options.AddQueue("wide").Parallelism = 3;
                options.Policies.OnAnyException().MoveToDeadLetters();
            },
            services => services.AddSingleton(allAreHere));

        for (var number = 1; number <= 3; number++)
            await SendAsync(host, new Meeting(number), new DeliveryOptions { Queue = "wide" });
        await NothingIsWaitingAsync();

        (await BuriedAsync()).ShouldBe(0);
    }

    internal sealed class SlowHandler(TaskCompletionSource held, Probe probe)
    {
        public async Task Handle(Meeting meeting, CancellationToken cancellationToken)
        {
            probe.Say($"{meeting.Number}");
            await held.Task.WaitAsync(cancellationToken);
        }
    }

    [Fact]
    public async Task A_node_takes_no_more_than_it_handles_in_a_moment_so_that_others_have_the_rest()
    {
        var held = new TaskCompletionSource();
        void Services(IServiceCollection services) => services.AddSingleton(held).AddSingleton(_probe);
        void Options(MessagingOptions options)
        {
            options.Handlers.Add<SlowHandler>();
            options.DefaultQueue.Parallelism = 2;
        }

        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        for (var number = 0; number < 40; number++)
            await SendAsync(sender, new Meeting(number));
        await StartHostAsync(Options, Services);
        await _probe.NextAsync();
        await _probe.NextAsync();

        (await ScalarAsync<long>("SELECT count(*) FROM messaging.envelopes WHERE owner_id IS NOT NULL")).ShouldBeInRange(2, 4);
        held.SetResult();
        await NothingIsWaitingAsync();
    }

    internal sealed class MixedHandler(TaskCompletionSource held, Probe probe)
    {
        public const int Slow = 1000;

        public async Task Handle(Meeting meeting, CancellationToken cancellationToken)
        {
            if (meeting.Number == Slow)
                await held.Task.WaitAsync(cancellationToken);
            else
                probe.Say($"{meeting.Number}");
        }
    }

    [Fact]
    public async Task What_a_node_has_claimed_behind_a_message_that_takes_long_it_gives_back_to_the_others()
    {
        var held = new TaskCompletionSource();
        void Services(IServiceCollection services) => services.AddSingleton(held).AddSingleton(_probe);
        void Options(MessagingOptions options) => options.Handlers.Add<MixedHandler>();
        var busy = await StartHostAsync(Options, Services);
        // Many that are quick, so that it claims many ahead.
        for (var number = 0; number < 50; number++)
        {
            await SendAsync(busy, new Meeting(number));
            await _probe.NextAsync();
        }

        var type = typeof(Meeting).FullName;
        await ExecuteAsync($$"""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at)
            SELECT gen_random_uuid(), 'default', '{{type}}', json_build_object('Number', {{MixedHandler.Slow}} + i), now(), now() FROM generate_series(0, 20) i
            """);
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) > 10 FROM messaging.envelopes WHERE owner_id IS NOT NULL"), "it has claimed more than the slow one");

        await StartHostAsync(Options, Services);
        var handled = new List<string>();
        for (var number = 1; number <= 20; number++)
            handled.Add(await _probe.NextAsync());
        handled.ShouldBe(Enumerable.Range(MixedHandler.Slow + 1, 20).Select(number => $"{number}"), ignoreOrder: true);
        await EventuallyAsync(async () => await WaitingAsync() == 1, "only the slow one is left");
        held.SetResult();
        await NothingIsWaitingAsync();
    }
}
