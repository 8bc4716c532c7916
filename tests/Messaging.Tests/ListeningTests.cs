using Microsoft.Extensions.DependencyInjection;

namespace Messaging.Tests;

/// <summary>Workers are woken by other processes also after the connection they listen on was lost.</summary>
public sealed class ListeningTests : MessagingTest
{
    private const string Listeners = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";

    public sealed record Greet(string Name);

    internal sealed class GreetHandler(Probe probe)
    {
        public void Handle(Greet message) => probe.Say(message.Name);
    }

    [Fact]
    public async Task It_listens_again_and_misses_nothing_that_was_sent_meanwhile()
    {
        var probe = new Probe();
        void Services(IServiceCollection services) => services.AddSingleton(probe);
        await StartHostAsync(options => { options.Handlers.Add<GreetHandler>(); options.PollingInterval = TimeSpan.FromHours(1); }, Services);
        var sender = await StartHostAsync(options => { options.Handlers.Add<GreetHandler>(); options.RunWorker = false; }, Services);
        await EventuallyAsync(() => ScalarAsync<bool>($"SELECT count(*) = 1 {Listeners}"), "it listens");

        await ExecuteAsync($"SELECT pg_terminate_backend(pid, 1000) {Listeners}");
        await SendAsync(sender, new Greet("meanwhile"));
        (await probe.NextAsync()).ShouldBe("meanwhile");
        await EventuallyAsync(() => ScalarAsync<bool>($"SELECT count(*) = 1 {Listeners}"), "it listens again");
        await SendAsync(sender, new Greet("after"));
        (await probe.NextAsync()).ShouldBe("after");
    }
}
