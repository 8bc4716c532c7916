using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

public sealed class SchedulingTests : MessagingTest
{
    public sealed record Ring(string What);

    internal sealed class RingHandler
    {
        public static void Handle(Ring ring, Envelope envelope, Probe probe) => probe.Say($"{ring.What} due {envelope.ExecutionTime:HH:mm}");
    }

    private readonly Probe _probe = new();
    private readonly SettableClock _clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_message_scheduled_for_later_waits_for_its_time_and_holds_up_nothing()
    {
        var bus = await StartAsync();

        await bus.ScheduleAsync(new Ring("at nine"), _clock.GetUtcNow().AddHours(1));
        await bus.SendAsync(new Ring("now"));
        (await _probe.NextAsync()).ShouldBe("now due 08:00");
        _clock.Advance(TimeSpan.FromMinutes(59));
        await bus.SendAsync(new Ring("a minute before"));
        (await _probe.NextAsync()).ShouldBe("a minute before due 08:59");

        _clock.Advance(TimeSpan.FromMinutes(1));
        (await _probe.NextAsync()).ShouldBe("at nine due 09:00");
        await NothingIsWaitingAsync();
    }

    [Fact]
    public async Task A_message_scheduled_for_a_time_that_has_passed_is_handled_at_once()
    {
        var bus = await StartAsync();

        await bus.ScheduleAsync(new Ring("late"), new DateTimeOffset(2030, 1, 1, 7, 0, 0, TimeSpan.Zero));

        (await _probe.NextAsync()).ShouldBe("late due 07:00");
    }

    [Fact]
    public async Task Messages_that_came_due_while_the_system_was_down_are_handled_in_the_order_of_their_times()
    {
        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        await using var scope = sender.Services.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        await bus.ScheduleAsync(new Ring("second"), _clock.GetUtcNow().AddHours(2));
        await bus.ScheduleAsync(new Ring("first"), _clock.GetUtcNow().AddHours(1));

        _clock.Advance(TimeSpan.FromDays(1));
        await StartHostAsync(Options, Services);

        (await _probe.NextAsync()).ShouldBe("first due 09:00");
        (await _probe.NextAsync()).ShouldBe("second due 10:00");
    }

    [Fact]
    public async Task A_time_given_in_another_zone_is_the_same_moment()
    {
        var bus = await StartAsync();
        await bus.ScheduleAsync(new Ring("summer time"), new DateTimeOffset(2030, 1, 1, 9, 30, 0, TimeSpan.FromHours(1)));

        _clock.Advance(TimeSpan.FromMinutes(30));

        (await _probe.NextAsync()).ShouldBe("summer time due 08:30");
    }

    private async Task<IMessageBus> StartAsync()
    {
        var host = await StartHostAsync(Options, Services);
        return host.Services.CreateScope().ServiceProvider.GetRequiredService<IMessageBus>();
    }

    private static void Options(MessagingOptions options) => options.Handlers.Add<RingHandler>();

    private void Services(IServiceCollection services) => services.AddSingleton(_probe).AddSingleton<TimeProvider>(_clock);
}
