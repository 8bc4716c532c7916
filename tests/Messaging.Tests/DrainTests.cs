using Microsoft.Extensions.DependencyInjection;

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
    public async Task It_finishes_what_it_has_begun_however_long_that_takes_and_the_others_have_the_rest_at_once()
    {
        var probe = new Probe();
        var mayEnd = new TaskCompletionSource();
        void Services(IServiceCollection services) => services.AddSingleton(probe).AddSingleton(mayEnd);
        void Options(MessagingOptions options)
        {
            options.Handlers.Add<JobHandler>();
            options.NodeTimeout = NodeTimeout;
        }

        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        await SendAsync(sender, new Job("begun"));
        await SendAsync(sender, new Job("claimed"));
        var stopped = await StartHostAsync(Options, Services);
        (await probe.NextAsync()).ShouldBe("begun");
        (await ScalarAsync<long>("SELECT count(*) FROM messaging.envelopes WHERE owner_id IS NOT NULL")).ShouldBe(2);

        var stopping = stopped.StopAsync();
        await StartHostAsync(Options, Services);
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
