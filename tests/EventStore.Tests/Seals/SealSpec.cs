using Npgsql;

namespace EventStore.Tests;

/// <summary>A store whose daemon seals every eight events, and what is left soon after.</summary>
public abstract class SealSpec : StoreSpec
{
    protected const int EveryEvents = 8;

    protected IProjectionDaemon Daemon { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Daemon = Store.BuildDaemon();
    }

    public override async Task DisposeAsync()
    {
        await Daemon.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Configure(StoreOptions options) => options.Events.AddSeals(EveryEvents, TimeSpan.FromMilliseconds(50));

    /// <summary>Runs the daemon until the log is sealed up to a position, and stops it.</summary>
    protected async Task SealAsync(long upTo)
    {
        await Daemon.StartAsync();
        await SealedAsync(upTo);
        await Daemon.StopAsync();
    }

    protected async Task SealedAsync(long upTo)
    {
        while ((await Store.Seals.LatestAsync(Cancellation) is { } latest ? latest.LastSequence : 0) < upTo) await Task.Delay(5, Cancellation);
    }

    /// <summary>Events of several streams and kinds, with metadata, in units of work of several sizes, with dead numbers between.</summary>
    protected async Task<long> HistoryAsync(int events)
    {
        var random = new Random(events);
        var streams = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        var last = 0L;
        for (var written = 0; written < events;)
        {
            var count = Math.Min(random.Next(1, 5), events - written);
            await using var session = Store.LightweightSession();
            session.CorrelationId = random.Next(2) == 0 ? null : "correlated";
            session.LastModifiedBy = random.Next(2) == 0 ? null : "ünï";
            if (random.Next(2) == 0) session.SetHeader("place", new { Name = "Whitstable \"harbour\"" });
            session.Events.Append(streams[random.Next(streams.Length)], [.. Enumerable.Range(0, count).Select(n => (object)new ItemAdded($"Stück {n}", n))]);
            await session.SaveChangesAsync(Cancellation);
            if (random.Next(3) == 0) await ExecuteAsync("select nextval('mt_events_sequence')");
            written += count;
            last = session.LastSequence;
        }

        return last;
    }

    /// <summary>Changes what the constraints of the tables would not let pass.</summary>
    protected async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand($"set session_replication_role = replica; {sql}", connection);
        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBePositive();
    }
}
