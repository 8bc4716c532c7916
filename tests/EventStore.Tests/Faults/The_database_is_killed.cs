using System.Diagnostics;
using EmbeddedPostgres;
using Npgsql;

namespace EventStore.Tests.Faults;

/// <summary>Under load, with a cluster of its own, which recovers as after a loss of power.</summary>
public sealed class The_database_is_killed : IAsyncLifetime
{
    private const int Writers = 4;
    private const int WorkEach = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("killed-");
    private readonly CancellationTokenSource _patience = new(Patience);

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
    public async Task and_nothing_acknowledged_is_lost_and_nothing_is_doubled()
    {
        await _cluster.EnsureDatabaseAsync("shop", Cancellation);
        var connectionString = _cluster.ConnectionString("shop");
        await Shop.PrepareAsync(connectionString);
        await using var store = Shop.Open(connectionString);
        await using var daemon = store.BuildDaemon();
        await daemon.StartAsync(Cancellation);

        var done = 0;
        var acknowledged = new string[Writers * WorkEach];
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = writer; i < acknowledged.Length; i += Writers)
            {
                acknowledged[i] = await (i % 3 == 0 ? Work.Unit : i % 3 == 1 ? Work.Fetch : Work.Exclusive).DoUntilDoneAsync(store, $"work {i}", Cancellation);
                Interlocked.Increment(ref done);
            }
        })));

        foreach (var signal in (string[])["KILL", "QUIT"])
        {
            var goOn = Volatile.Read(ref done) + (acknowledged.Length / 4);
            while (Volatile.Read(ref done) < goOn) await Task.Delay(1, Cancellation);
            await EndServerAsync(signal);
            _cluster.LeaveRunning();
            _cluster = await StartAsync();
        }

        await writing;
        var last = await new Books(store, Cancellation).CountAsync("select max(seq_id) from mt_events");
        await UntilPassedAsync(daemon, last);
        var books = new Books(store, Cancellation);
        for (var i = 0; i < acknowledged.Length; i++)
        {
            var work = i % 3 == 0 ? Work.Unit : i % 3 == 1 ? Work.Fetch : Work.Exclusive;
            (await books.ResultOfAsync(work, $"work {i}")).ShouldBe(acknowledged[i]);
        }

        await books.CloseAsync();
    }

    private Task<PostgresCluster> StartAsync() =>
        PostgresCluster.StartAsync(new PostgresClusterOptions { DataDirectory = Path.Combine(_folder.FullName, "cluster") }, Cancellation);

    /// <summary>KILL ends the server's main process where it stands; QUIT is PostgreSQL's immediate shutdown.</summary>
    private async Task EndServerAsync(string signal)
    {
        await Process.Start("kill", [$"-{signal}", $"{_cluster.ServerProcessId}"]).WaitForExitAsync(Cancellation);
        while (_cluster.ServerProcessId is not null) await Task.Delay(1, Cancellation);
    }

    private async Task UntilPassedAsync(IProjectionDaemon daemon, long last)
    {
        while (true)
        {
            try
            {
                await daemon.WaitForAsync(last, Cancellation);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(10, Cancellation);
            }
        }
    }
}
