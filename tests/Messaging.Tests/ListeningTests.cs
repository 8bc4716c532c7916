using Messaging.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tests.Shared.Faults;

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

    [Fact]
    public async Task It_finds_out_that_its_connection_is_gone_also_when_nobody_tells_it()
    {
        await using var relay = new Relay(ConnectionString);
        await using var dataSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(relay.ConnectionString) { ApplicationName = "listener" }.ConnectionString);
        using var signals = new WakeSignals(new MessagingOptions());
        using var stop = new CancellationTokenSource();
        var listening = new WakeListener(dataSource, signals, "messaging", NullLogger.Instance) { LongestSilence = TimeSpan.FromMilliseconds(100) }.RunAsync(stop.Token);
        await signals.Queue(Envelope.DefaultQueue).WaitAsync(Patience, stop.Token);
        var first = await ScalarAsync<int>("SELECT pid FROM pg_stat_activity WHERE application_name = 'listener'");

        relay.ForgetConnections();
        await EventuallyAsync(() => ScalarAsync<bool>($"SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'listener' AND pid <> {first}"), "it listens on another connection");

        await stop.CancelAsync();
        await listening;
    }
}
