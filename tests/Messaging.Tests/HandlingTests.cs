using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Messaging.Tests;

public sealed class HandlingTests : MessagingTest
{
    public sealed record Order(string Item);

    public sealed record Ship(string Item);

    private readonly Probe _probe = new();

    internal sealed class ByConstructor(Probe probe)
    {
        public void Handle(Order order) => probe.Say($"constructor {order.Item}");
    }

    internal sealed class ByMethod
    {
        public async ValueTask HandleAsync(Order order, Probe probe, CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.CanBeCanceled.ShouldBeTrue();
            probe.Say($"method {order.Item}");
        }
    }

    internal static class Static
    {
        public static Task Handle(Order order, Envelope envelope, MessageContext context, Probe probe)
        {
            envelope.ShouldBeSameAs(context.Envelope);
            probe.Say($"static {order.Item}");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Every_handler_of_a_message_gets_it_with_what_its_constructor_and_method_ask_for()
    {
        var host = await StartHostAsync(
            options => { options.Handlers.Add<ByConstructor>(); options.Handlers.Add<ByMethod>(); options.Handlers.Add(typeof(Static)); },
            services => services.AddSingleton(_probe));

        await SendAsync(host, new Order("tea"));

        (await _probe.NextAsync()).ShouldBe("constructor tea");
        (await _probe.NextAsync()).ShouldBe("method tea");
        (await _probe.NextAsync()).ShouldBe("static tea");
        await NothingIsWaitingAsync();
    }

    internal sealed class FirstHandler
    {
        public static Task Handle(Order order, MessageContext context) => context.WriteAsync($"first {order.Item}");
    }

    internal sealed class SecondHandler(Probe probe)
    {
        private static int _attempts;

        public async Task Handle(Order order, MessageContext context)
        {
            await context.WriteAsync($"second {order.Item}");
            probe.Say("tried");
            if (Interlocked.Increment(ref _attempts) == 1)
                throw new InvalidOperationException("The second handler fails the first time.");
        }
    }

    [Fact]
    public async Task The_handlers_of_a_message_succeed_or_fail_together()
    {
        var host = await StartHostAsync(
            options =>
            {
                options.Handlers.Add<FirstHandler>();
                options.Handlers.Add<SecondHandler>();
                options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero);
            },
            services => services.AddSingleton(_probe));

        await SendAsync(host, new Order("tea"));
        await _probe.NextAsync();
        await _probe.NextAsync();
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["first tea", "second tea"]);
    }

    internal sealed class Warehouse(IMessageBus bus)
    {
        public async Task ShipAsync(string item) => await bus.SendAsync(new Ship(item));
    }

    internal sealed class OrderHandler(Warehouse warehouse)
    {
        public async Task Handle(Order order, Envelope envelope, Probe probe)
        {
            await warehouse.ShipAsync(order.Item);
            probe.Say(envelope.Id.ToString());
            if (envelope.Attempts == 0)
                throw new InvalidOperationException("The first attempt fails after it has sent a message.");
        }
    }

    internal sealed class ShipHandler
    {
        public static void Handle(Ship ship, Envelope envelope, Probe probe) =>
            probe.Say($"ship {ship.Item}, because of {envelope.CausationId} in {envelope.CorrelationId} for {envelope.TenantId}");
    }

    [Fact]
    public async Task A_message_sent_while_handling_commits_with_the_handling_and_knows_what_it_follows_from()
    {
        var host = await StartHostAsync(
            options =>
            {
                options.Handlers.Add<OrderHandler>();
                options.Handlers.Add<ShipHandler>();
                options.Policies.OnAnyException().ScheduleRetry(TimeSpan.Zero);
            },
            services => services.AddSingleton(_probe).AddScoped<Warehouse>());

        await SendAsync(host, new Order("tea"), new DeliveryOptions { CorrelationId = "tuesday", TenantId = "kent" });

        var id = await _probe.NextAsync();
        (await _probe.NextAsync()).ShouldBe(id);
        (await _probe.NextAsync()).ShouldBe($"ship tea, because of {id} in tuesday for kent");
        await NothingIsWaitingAsync();
    }

    internal sealed class Witness
    {
        public static void Handle(Order _, Probe probe) =>
            probe.Say(new StackTrace().GetFrames().Any(frame => frame.GetMethod()?.DeclaringType?.FullName?.StartsWith("System.Reflection.", StringComparison.Ordinal) is true)
                ? "by reflection"
                : "directly");
    }

    [Fact]
    public async Task A_handler_is_called_directly_also_the_first_time()
    {
        var host = await StartHostAsync(options => options.Handlers.Add<Witness>(), services => services.AddSingleton(_probe));

        await SendAsync(host, new Order("tea"));

        (await _probe.NextAsync()).ShouldBe("directly");
    }

    [Theory]
    [InlineData(typeof(ByMethod))]
    [InlineData(typeof(ByConstructor))]
    public async Task A_service_a_handler_asks_for_and_nobody_registered_is_missed_at_start(Type handler)
    {
        using var host = BuildHost(options => options.Handlers.Add(handler));

        var refusal = await Should.ThrowAsync<HandlerInvalidException>(() => host.StartAsync());
        refusal.Code.ShouldBe("MESSAGING_HANDLER_INVALID");
        refusal.Message.ShouldContain(typeof(Probe).FullName!);
    }

    internal sealed class WithWhatThereIs
    {
        private readonly string _made;

        public WithWhatThereIs(Probe probe) => _made = $"by {probe}, which nobody registered";

        public WithWhatThereIs(IEnumerable<Probe> any, ILogger<WithWhatThereIs> logger, [FromKeyedServices("key")] Ship keyed, IMessageBus bus, Probe? none = null) =>
            _made = none is null && bus is not null && logger is not null ? $"with {keyed.Item} and {any.Count()}" : "with something else";

        public Task Handle(Order _, MessageContext context) => context.WriteAsync(_made);
    }

    internal sealed class OfTheApplicationsMaking(string made)
    {
        public Task Handle(Order _, MessageContext context) => context.WriteAsync(made);
    }

    internal sealed class NeverMade(Probe probe)
    {
        public static Task Handle(Order _, MessageContext context) => context.WriteAsync("without an instance");

        public override string ToString() => $"{probe}";
    }

    [Fact]
    public async Task What_a_handlers_constructor_can_be_given_is_not_missed()
    {
        var host = await StartHostAsync(
            options =>
            {
                options.Handlers.Add<WithWhatThereIs>();
                options.Handlers.Add<NeverMade>();
                options.Handlers.Add<OfTheApplicationsMaking>();
            },
            services => services.AddKeyedSingleton("key", new Ship("a key")).AddScoped(_ => new OfTheApplicationsMaking("by the application")));

        await SendAsync(host, new Order("tea"));
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["by the application", "with a key and 0", "without an instance"]);
    }

    internal sealed class OneAfterAnother
    {
        public static void Handle(Order order, Probe probe) => probe.Say(order.Item);
    }

    [Fact]
    public async Task One_worker_takes_messages_in_the_order_they_were_sent()
    {
        var sender = await StartHostAsync(options => { options.Handlers.Add<OneAfterAnother>(); options.RunWorker = false; }, services => services.AddSingleton(_probe));
        var items = Enumerable.Range(1, 20).Select(i => $"{i}").ToList();
        foreach (var item in items)
            await SendAsync(sender, new Order(item));

        await StartHostAsync(options => options.Handlers.Add<OneAfterAnother>(), services => services.AddSingleton(_probe));

        foreach (var item in items)
            (await _probe.NextAsync()).ShouldBe(item);
    }
}
