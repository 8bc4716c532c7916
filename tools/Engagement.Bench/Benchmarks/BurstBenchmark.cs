using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// 200 people a second send a long survey's answers to a running platform, a process of its own with web, daemon and worker, for a minute; then the
/// same is sent to a bare web server that inserts one row for each. The sending, the server and the database share the machine.
/// </summary>
internal sealed class BurstBenchmark : IBenchmark
{
    private const int PerSecond = 200;
    private const string LagNote = "limit 5 s. The age of the oldest event it had not handled, looked at four times a second.";

    private static readonly string Note =
        $"limit 250 ms. The host process, the database and the generator have the {Environment.ProcessorCount} processors of this machine between them. "
        + "Times are from the moment each submission was due, after some seconds of warming up at the same pace. Each is a person's own, with words that are sealed.";

    public string Name => "burst";

    public string Description => "200 submissions a second for a minute to a host process, from when each was due, and the daemon's lag; beside a bare server with one insert";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var length = TimeSpan.FromSeconds(context.Quick ? 5 : 60);
        var warmUp = TimeSpan.FromSeconds(context.Quick ? 2 : 10);
        var platform = await OnPlatformAsync(context, warmUp, length, cancellationToken);
        var bare = await OnBareAsync(context, platform.Wave, warmUp, length, cancellationToken);

        Row Time(string what, double share, string? note = null) =>
            new($"burst, {what}", platform.Arrivals.Milliseconds(share), "ms", bare.Arrivals.Milliseconds(share), platform.Memory, note);
        return
        [
            Time("p50", 0.5),
            Time("p90", 0.9),
            Time("p99", 0.99, Note),
            Time("slowest", 1),
            new Row("burst, pace kept", platform.Arrivals.PerSecond, "submissions/s", PerSecond, platform.Memory),
            new Row("burst, failed", platform.Arrivals.Failures.Count, "submissions", null, platform.Memory),
            new Row("burst, server CPU", platform.ServerMicroseconds, "µs/op", bare.ServerMicroseconds, platform.Memory),
            new Row("burst, database CPU", platform.DatabaseMicroseconds, "µs/op", bare.DatabaseMicroseconds, platform.Memory),
            new Row("burst, most lag of the slowest projection", platform.LagSeconds, "s", null, platform.Memory, LagNote),
            new Row("burst, most events waiting", platform.LagEvents, "events", null, platform.Memory),
            new Row("burst, all projected after the last answer", platform.CaughtUp.TotalSeconds, "s", null, platform.Memory),
        ];
    }

    private static async Task<OfPlatform> OnPlatformAsync(BenchmarkContext context, TimeSpan warmUp, TimeSpan length, CancellationToken cancellationToken)
    {
        var database = await context.CreateDatabaseAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        string wave;
        await using (var prepared = await SurveyedPlatform.StartAsync(database, folder.Path, LongSurvey.OpenAsync, cancellationToken))
            wave = prepared.Wave;

        await using var server = await Servers.PlatformAsync(database, folder.Path, cancellationToken);
        using var client = new SubmissionClient(server.Address, wave, LongSurvey.AnswersAsJson);
        var before = await SendAsync(client, warmUp, cancellationToken);

        await using var lag = ProjectionLag.Watch(database);
        BenchmarkContext.Say($"{length.TotalSeconds:0} seconds of {PerSecond} submissions a second to the platform.");
        var (arrivals, serverTime, databaseTime) = await MeasureAsync(context, server, client, length, cancellationToken);
        var caughtUp = await lag.CatchUpAsync(cancellationToken);
        await lag.StopAsync();
        await AssertTakenAsync(database, before.Times.Count + arrivals.Times.Count, cancellationToken);
        return new OfPlatform(
            wave, arrivals, serverTime, databaseTime, lag.MostSeconds, lag.MostEvents, caughtUp, server.PeakMegabytes);
    }

    private static async Task<(Arrivals Arrivals, double ServerMicroseconds, double DatabaseMicroseconds)> OnBareAsync(
        BenchmarkContext context, string wave, TimeSpan warmUp, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var server = await Servers.BareAsync("insert", cancellationToken, await context.CreateDatabaseAsync(cancellationToken));
        using var client = new SubmissionClient(server.Address, wave, LongSurvey.AnswersAsJson);
        await SendAsync(client, warmUp, cancellationToken);
        BenchmarkContext.Say($"{length.TotalSeconds:0} seconds of the same to a bare server.");
        return await MeasureAsync(context, server, client, length, cancellationToken);
    }

    private static async Task<(Arrivals Arrivals, double ServerMicroseconds, double DatabaseMicroseconds)> MeasureAsync(
        BenchmarkContext context, ServerUnderTest server, SubmissionClient client, TimeSpan length, CancellationToken cancellationToken)
    {
        var (serverTime, databaseTime) = (server.CpuTime, context.Postgres.CpuTimes().Server);
        var arrivals = await SendAsync(client, length, cancellationToken);
        if (arrivals.Times.Count == 0)
            throw new BenchmarkException($"Nothing was taken: {arrivals.Failures[0].Message}");
        if (arrivals.Failures.Count > 0)
            BenchmarkContext.Say($"{arrivals.Failures.Count} submissions failed, such as: {arrivals.Failures[0].Message}");
        return (
            arrivals,
            (server.CpuTime - serverTime).TotalMicroseconds / arrivals.Times.Count,
            (context.Postgres.CpuTimes().Server - databaseTime).TotalMicroseconds / arrivals.Times.Count);
    }

    private static Task<Arrivals> SendAsync(SubmissionClient client, TimeSpan length, CancellationToken cancellationToken) =>
        OpenLoop.RunAsync(PerSecond, length, client.SubmitAsync, cancellationToken);

    /// <summary>What was answered was kept, and counted once.</summary>
    private static async Task AssertTakenAsync(string connectionString, int sent, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(
            "SELECT (SELECT count(*) FROM mt_doc_receipt), (SELECT count(*) FROM engagement.counted_responses), (SELECT count(*) FROM engagement.views)");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        if (row.GetInt64(0) != sent || row.GetInt64(1) != sent || row.GetInt64(2) != sent)
            throw new BenchmarkException($"{sent} submissions were answered, but there are {row.GetInt64(0)} receipts, {row.GetInt64(1)} counted responses and {row.GetInt64(2)} views.");
    }

    private sealed record OfPlatform(
        string Wave,
        Arrivals Arrivals,
        double ServerMicroseconds,
        double DatabaseMicroseconds,
        double LagSeconds,
        long LagEvents,
        TimeSpan CaughtUp,
        double Memory);
}
