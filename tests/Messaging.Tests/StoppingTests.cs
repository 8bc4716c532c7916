using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Tests;

public sealed class StoppingTests : MessagingTest
{
    public sealed record Job(string Name);

    internal sealed class JobHandler(Probe probe, TaskCompletionSource mayEnd)
    {
        public async Task Handle(Job job, MessageContext context, CancellationToken cancellationToken)
        {
            await context.WriteAsync(job.Name);
            probe.Say(job.Name);
            await mayEnd.Task.WaitAsync(cancellationToken);
        }
    }

    private readonly Probe _probe = new();
    private readonly TaskCompletionSource _mayEnd = new();

    [Fact]
    public async Task Stopping_finishes_the_message_in_hand_and_takes_no_other()
    {
        using var host = await BuildAndStartAsync();
        await SendAsync(host, new Job("in hand"));
        (await _probe.NextAsync()).ShouldBe("in hand");
        await SendAsync(host, new Job("next"));

        var stopping = host.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        _mayEnd.SetResult();
        await stopping;

        (await EffectsAsync()).ShouldBe(["in hand"]);
        (await ScalarAsync<string>("SELECT body->>'Name' FROM messaging.envelopes")).ShouldBe("next");
    }

    [Fact]
    public async Task A_message_that_cannot_be_finished_in_time_is_released_as_if_never_tried()
    {
        using var host = await BuildAndStartAsync();
        await SendAsync(host, new Job("long"));
        (await _probe.NextAsync()).ShouldBe("long");

        await host.StopAsync(new CancellationToken(canceled: true));

        (await EffectsAsync()).ShouldBeEmpty();
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) = 1 FROM (SELECT FROM messaging.envelopes WHERE attempts = 0 FOR UPDATE SKIP LOCKED) free"), "the message is free");
        (await BuriedAsync()).ShouldBe(0);
    }

    private async Task<IHost> BuildAndStartAsync()
    {
        var host = BuildHost(options => options.Handlers.Add<JobHandler>(), services => services.AddSingleton(_probe).AddSingleton(_mayEnd));
        await host.StartAsync();
        return host;
    }
}
