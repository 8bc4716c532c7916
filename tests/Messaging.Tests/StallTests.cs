using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tests.Shared.Faults;

namespace Messaging.Tests;

/// <summary>Nodes that cannot reach their database for a while, or not at once, and live.</summary>
public sealed class StallTests : MessagingTest
{
    private static readonly TimeSpan NodeTimeout = TimeSpan.FromSeconds(2);

    public sealed record Long;

    internal sealed class LongHandler(Probe probe, TaskCompletionSource mayEnd)
    {
        public async Task Handle(Long _, MessageContext context)
        {
            await context.WriteAsync($"begun after {context.Envelope.Interruptions}");
            probe.Say("begun");
            await mayEnd.Task;
        }
    }

    private readonly Probe _probe = new();
    private readonly TaskCompletionSource _mayEnd = new();

    [Fact]
    public async Task A_database_that_is_out_of_everybodys_reach_and_answers_one_a_little_earlier_makes_nobody_dead()
    {
        await using var busyOnes = new Relay(ConnectionString);
        await using var others = new Relay(ConnectionString);
        var busy = await StartHostAsync(options => { Options(options); options.Connection(busyOnes.ConnectionString); }, Services);
        await SendAsync(busy, new Long());
        await _probe.NextAsync();
        await StartHostAsync(options => { Options(options); options.Connection(others.ConnectionString); }, Services);
        await EventuallyAsync(() => ScalarAsync<bool>("SELECT count(*) = 2 FROM messaging.nodes WHERE beat > 1"), "both are there");

        busyOnes.FallSilent();
        others.FallSilent();
        await Task.Delay(NodeTimeout * 1.5);
        others.Resume();
        await Task.Delay(NodeTimeout / 4);
        busyOnes.Resume();
        await Task.Delay(NodeTimeout);

        await EndsOnceAsync();
    }

    [Fact]
    public async Task A_pool_without_a_free_connection_makes_nobody_dead()
    {
        var few = new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 6, Timeout = 30 }.ConnectionString;
        var pool = NpgsqlDataSource.Create(few);
        var busy = await StartHostAsync(options => { Options(options); options.Connection(pool); }, Services);
        await SendAsync(busy, new Long());
        await _probe.NextAsync();
        await StartHostAsync(Options, Services);

        // Somebody else in this process takes all that is free, and keeps it.
        var taken = new List<NpgsqlConnection>();
        using (var noMore = new CancellationTokenSource(NodeTimeout * 2.5))
        {
            try
            {
                while (true) taken.Add(await pool.OpenConnectionAsync(noMore.Token));
            }
            catch (OperationCanceledException)
            {
                // That was for longer than the others wait.
            }
        }

        foreach (var connection in taken) await connection.DisposeAsync();
        await EndsOnceAsync();
        await busy.StopAsync();
        await pool.DisposeAsync();
    }

    private async Task EndsOnceAsync()
    {
        (await ScalarAsync<int>("SELECT interruptions FROM messaging.envelopes")).ShouldBe(0);
        _mayEnd.SetResult();
        await NothingIsWaitingAsync();
        (await EffectsAsync()).ShouldBe(["begun after 0"]);
    }

    private static void Options(MessagingOptions options)
    {
        options.Handlers.Add<LongHandler>();
        options.NodeTimeout = NodeTimeout;
    }

    private void Services(IServiceCollection services) => services.AddSingleton(_probe).AddSingleton(_mayEnd);
}
