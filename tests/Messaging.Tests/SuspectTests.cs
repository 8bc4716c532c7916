using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

/// <summary>Messages that were in hand when a node ended: one of them may be the reason, so a node has one in hand at a time.</summary>
public sealed class SuspectTests : MessagingTest
{
    public sealed record Suspect(string Name);

    internal sealed class SuspectHandler(Probe probe, SemaphoreSlim mayEnd)
    {
        public async Task Handle(Suspect suspect, CancellationToken cancellationToken)
        {
            probe.Say(suspect.Name);
            await mayEnd.WaitAsync(cancellationToken);
            probe.Say("ended");
        }
    }

    [Fact]
    public async Task Also_where_they_are_in_several_queues_and_the_next_is_taken_as_soon_as_it_has_ended()
    {
        var probe = new Probe();
        using var mayEnd = new SemaphoreSlim(0);
        for (var number = 0; number < 3; number++)
            await StoreAsync($"queue{number}", $"suspect {number}", interruptions: 1);
        await StartAsync(probe, mayEnd, pollingInterval: TimeSpan.FromSeconds(1));

        for (var number = 0; number < 3; number++)
        {
            (await probe.NextAsync()).ShouldStartWith("suspect");
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            mayEnd.Release();
            (await probe.NextAsync()).ShouldBe("ended");
        }

        await NothingIsWaitingAsync();
    }

    [Fact]
    public async Task They_keep_nobody_else_waiting()
    {
        var probe = new Probe();
        using var mayEnd = new SemaphoreSlim(0);
        for (var number = 0; number < 20; number++)
            await StoreAsync("queue0", $"suspect {number}", interruptions: 1);
        for (var number = 0; number < 3; number++)
            await StoreAsync("queue0", "innocent", interruptions: 0);
        await StartAsync(probe, mayEnd, pollingInterval: TimeSpan.FromMilliseconds(50));

        string[] begun = [await probe.NextAsync(), await probe.NextAsync(), await probe.NextAsync(), await probe.NextAsync()];
        begun.Count(name => name == "innocent").ShouldBe(3);
        mayEnd.Release(23);
        await NothingIsWaitingAsync();
    }

    private Task StoreAsync(string queue, string name, int interruptions) => ExecuteAsync($$"""
        INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at, interruptions)
        VALUES (gen_random_uuid(), '{{queue}}', '{{typeof(Suspect).FullName}}', '{"Name":"{{name}}"}', now(), now(), {{interruptions}})
        """);

    private Task StartAsync(Probe probe, SemaphoreSlim mayEnd, TimeSpan pollingInterval) => StartHostAsync(
        options =>
        {
            options.Handlers.Add<SuspectHandler>();
            options.PollingInterval = pollingInterval;
            for (var number = 0; number < 3; number++)
                options.AddQueue($"queue{number}").Parallelism = 4;
        },
        services => services.AddSingleton(probe).AddSingleton(mayEnd));
}
