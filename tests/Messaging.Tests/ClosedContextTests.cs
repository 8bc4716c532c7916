using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

/// <summary>A context that a handler keeps is not the next message's.</summary>
public sealed class ClosedContextTests : MessagingTest
{
    public sealed record Job(string Name);

    internal sealed class Keeper
    {
        public MessageContext? Kept { get; set; }
    }

    internal sealed class JobHandler(Keeper keeper)
    {
        public async Task Handle(Job job, MessageContext context)
        {
            await context.WriteAsync(job.Name);
            if (keeper.Kept is { } stray)
                await Should.ThrowAsync<ObjectDisposedException>(async () => await stray.SendAsync(new Job("stray")));
            keeper.Kept = context;
        }
    }

    [Fact]
    public async Task Nothing_is_sent_with_it_any_more()
    {
        void Services(IServiceCollection services) => services.AddSingleton(new Keeper());
        void Options(MessagingOptions options)
        {
            options.Handlers.Add<JobHandler>();
            options.Policies.OnAnyException().MoveToDeadLetters();
        }

        // They wait already when the only worker starts, so that it claims them together.
        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        await SendAsync(sender, new Job("first"));
        await SendAsync(sender, new Job("second"));
        await StartHostAsync(Options, Services);
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["first", "second"]);
        (await BuriedAsync()).ShouldBe(0);
    }
}
