using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Tests;

/// <summary>A node that stops while others go on, as in every deployment.</summary>
public sealed class DrainTests : MessagingTest
{
    private static readonly TimeSpan NodeTimeout = TimeSpan.FromSeconds(1);

    public sealed record Job(string Name);

    internal sealed class JobHandler(Probe probe, TaskCompletionSource mayEnd)
    {
        public async Task Handle(Job job, MessageContext context, CancellationToken cancellationToken)
        {
            await context.WriteAsync($"{job.Name} after {context.Envelope.Interruptions}");
            probe.Say(job.Name);
            if (job.Name == "begun")
                await mayEnd.Task.WaitAsync(cancellationToken);
        }
    }

    [Fact]
    public async Task The_order_of_a_key_is_kept_while_it_finishes_the_first_and_others_have_the_rest()
    {
        var (probe, mayEnd) = (new Probe(), new TaskCompletionSource());
        var stopped = await StartWithAKeyAsync(probe, mayEnd);
        await SendAsync(stopped, new Job("of no key"));

        var stopping = stopped.StopAsync();
        await StartAsync(probe, mayEnd);
        (await probe.NextAsync()).ShouldBe("of no key", "what is behind the begun one of its key has to wait");
        mayEnd.SetResult();
        await stopping;

        (await probe.NextAsync()).ShouldBe("second");
        (await probe.NextAsync()).ShouldBe("third");
        await NothingIsWaitingAsync();
    }

    [Fact]
    public async Task The_order_of_a_key_is_kept_when_its_first_cannot_be_finished_in_time()
    {
        var (probe, mayEnd) = (new Probe(), new TaskCompletionSource());
        var stopped = await StartWithAKeyAsync(probe, mayEnd);

        await stopped.StopAsync(new CancellationToken(canceled: true));
        mayEnd.SetResult();
        await StartAsync(probe, mayEnd);

        foreach (var expected in (string[])["begun", "second", "third"])
            (await probe.NextAsync()).ShouldBe(expected);
        await NothingIsWaitingAsync();
        (await EffectsAsync()).ShouldBe(["begun after 0", "second after 0", "third after 0"]);
    }

    /// <summary>A node that has begun the first of three messages of a key.</summary>
    private async Task<IHost> StartWithAKeyAsync(Probe probe, TaskCompletionSource mayEnd)
    {
        var host = await StartAsync(probe, mayEnd);
        foreach (var name in (string[])["begun", "second", "third"])
            await SendAsync(host, new Job(name), new DeliveryOptions { PartitionKey = "one" });
        (await probe.NextAsync()).ShouldBe("begun");
        return host;
    }

    private Task<IHost> StartAsync(Probe probe, TaskCompletionSource mayEnd, bool runWorker = true) => StartHostAsync(
        options =>
        {
            options.Handlers.Add<JobHandler>();
            options.NodeTimeout = NodeTimeout;
            options.RunWorker = runWorker;
        },
        services => services.AddSingleton(probe).AddSingleton(mayEnd));

    [Fact]
    public async Task It_finishes_what_it_has_begun_however_long_that_takes_and_the_others_have_the_rest_at_once()
    {
        var probe = new Probe();
        var mayEnd = new TaskCompletionSource();
        var sender = await StartAsync(probe, mayEnd, runWorker: false);
        await SendAsync(sender, new Job("begun"));
        await SendAsync(sender, new Job("claimed"));
        var stopped = await StartAsync(probe, mayEnd);
        (await probe.NextAsync()).ShouldBe("begun");
        (await ScalarAsync<long>("SELECT count(*) FROM messaging.envelopes WHERE owner_id IS NOT NULL")).ShouldBe(2);

        var stopping = stopped.StopAsync();
        await StartAsync(probe, mayEnd);
        (await probe.NextAsync()).ShouldBe("claimed");
        await Task.Delay(NodeTimeout * 3);
        stopping.IsCompleted.ShouldBeFalse();
        mayEnd.SetResult();
        await stopping;
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["begun after 0", "claimed after 0"]);
        await SendAsync(sender, new Job("last"));
        (await probe.NextAsync()).ShouldBe("last", "nothing was begun twice");
    }
}
