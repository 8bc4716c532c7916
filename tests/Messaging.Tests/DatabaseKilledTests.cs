using System.Diagnostics;
using EmbeddedPostgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Tests;

/// <summary>Under load on two nodes, with a cluster of its own, which recovers as after a loss of power.</summary>
public sealed class DatabaseKilledTests : IAsyncLifetime
{
    private const int Count = 400;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("killed-");
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(120));
    private PostgresCluster _cluster = null!;

    private CancellationToken Cancellation => _patience.Token;

    public async Task InitializeAsync()
    {
        // Open to the server's user too, when the tests run as root.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)Convert.ToInt32("755", 8));
        _cluster = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _patience.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_database_that_is_killed_loses_no_message_that_was_sent_and_doubles_none()
    {
        await _cluster.EnsureDatabaseAsync("jobs", Cancellation);
        await using var dataSource = NpgsqlDataSource.Create(_cluster.ConnectionString("jobs"));
        await new MessagingSchema(dataSource, "messaging").ApplyAsync(Cancellation);
        await RunAsync("CREATE TABLE effects (note text NOT NULL)");
        using var one = Build();
        using var other = Build();
        await one.StartAsync(Cancellation);
        await other.StartAsync(Cancellation);

        var sent = new List<string>();
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < Count; i++)
            {
                var note = $"{i:000}";
                // Whoever does not hear that it was sent sends it again; the id keeps it one message.
                while (!await TrySendAsync(one, note))
                    await Task.Delay(10, Cancellation);
                lock (sent) sent.Add(note);
            }
        });
        foreach (var signal in (string[])["KILL", "QUIT"])
        {
            int Sent()
            {
                lock (sent) return sent.Count;
            }

            var goOn = Sent() + (Count / 4);
            while (Sent() < goOn) await Task.Delay(1, Cancellation);
            await EndServerAsync(signal);
            _cluster.LeaveRunning();
            _cluster = await StartAsync();
        }

        await sending;
        while (await CountAsync("SELECT count(*) FROM messaging.envelopes") > 0) await Task.Delay(20, Cancellation);
        (await CountAsync("SELECT count(*) FROM effects")).ShouldBe(Count);
        (await CountAsync("SELECT count(DISTINCT note) FROM effects")).ShouldBe(Count);
        (await CountAsync("SELECT count(*) FROM messaging.dead_letters")).ShouldBe(0);
        await one.StopAsync(Cancellation);
        await other.StopAsync(Cancellation);

        async Task RunAsync(string sql)
        {
            await using var command = dataSource.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        async Task<long> CountAsync(string sql)
        {
            while (true)
            {
                try
                {
                    await using var command = dataSource.CreateCommand(sql);
                    return (long)(await command.ExecuteScalarAsync(Cancellation))!;
                }
                catch (NpgsqlException)
                {
                    // A connection from before the server was killed.
                }
            }
        }
    }

    private async Task<bool> TrySendAsync(IHost host, string note)
    {
        try
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().SendAsync(new NodeProgram.Job(note), new DeliveryOptions { DeduplicationId = note }, Cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services.AddMessaging(options =>
        {
            NodeProgram.Configure(options);
            options.DefaultQueue.Parallelism = 2;
            options.Connection(_cluster.ConnectionString("jobs"));
            options.Policies.OnAnyException().ScheduleRetryWithBackoff(20, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1)).WithJitter();
        });
        return builder.Build();
    }

    private Task<PostgresCluster> StartAsync() =>
        PostgresCluster.StartAsync(new PostgresClusterOptions { DataDirectory = Path.Combine(_folder.FullName, "cluster") }, Cancellation);

    /// <summary>KILL ends the server's main process where it stands; QUIT is PostgreSQL's immediate shutdown.</summary>
    private async Task EndServerAsync(string signal)
    {
        await Process.Start("kill", [$"-{signal}", $"{_cluster.ServerProcessId}"]).WaitForExitAsync(Cancellation);
        while (_cluster.ServerProcessId is not null) await Task.Delay(1, Cancellation);
    }
}
