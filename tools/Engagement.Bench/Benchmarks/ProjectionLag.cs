using System.Diagnostics;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// Watches from outside how far a platform's slowest projection is behind: how old the oldest event is that it has not handled, and how many log
/// positions there are from there to the newest. A projection says where it is with each page it commits, so this is never too little.
/// </summary>
internal sealed class ProjectionLag : IAsyncDisposable
{
    private const string Look =
        """
        WITH slowest AS (SELECT coalesce(min(last_seq_id), 0) AS position FROM mt_event_progression WHERE name LIKE '%:All')
        SELECT coalesce(extract(epoch FROM clock_timestamp() - (SELECT e.timestamp FROM mt_events e WHERE e.seq_id > s.position ORDER BY e.seq_id LIMIT 1)), 0)::float8,
            (SELECT coalesce(max(seq_id), 0) FROM mt_events) - s.position
        FROM slowest s
        """;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly NpgsqlDataSource _database;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    private ProjectionLag(NpgsqlDataSource database) => (_database, _watching) = (database, Task.Run(WatchAsync));

    public double MostSeconds { get; private set; }

    public long MostEvents { get; private set; }

    public static ProjectionLag Watch(string connectionString) =>
        new(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 2, AutoPrepareMinUsages = 1 }));

    /// <summary>How long it takes from now until nothing is left to be projected.</summary>
    /// <exception cref="BenchmarkException">It takes too long.</exception>
    public async Task<TimeSpan> CatchUpAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while ((await LookAsync(cancellationToken)).Events > 0)
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new BenchmarkException($"The projections have not caught up within {Patience}.");
            await Task.Delay(20, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _watching;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _database.DisposeAsync();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var (seconds, events) = await LookAsync(_stop.Token);
                (MostSeconds, MostEvents) = (Math.Max(MostSeconds, seconds), Math.Max(MostEvents, events));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Enough seen.
        }
    }

    private async Task<(double Seconds, long Events)> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(Look);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (row.GetDouble(0), row.GetInt64(1));
    }
}
