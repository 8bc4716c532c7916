using System.Collections.Concurrent;
using System.Diagnostics;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// Messages from their commit to the commit of their handling, which does nothing itself, beside a bare table from which prepared statements take one row
/// in each transaction with SKIP LOCKED, by as many workers. How long one takes at a steady pace; and what a million messages for later cost the rest.
/// </summary>
internal sealed class MessagingBenchmark : IBenchmark
{
    private const int MessagesPerSecond = 100;
    private const string Schema = "messaging";

    public string Name => "messaging";

    public string Description => "messages handled in a second on 1 and 2 nodes, and from commit to handled, beside bare SKIP LOCKED; with 1,000,000 scheduled";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        await using var bare = await BareDequeue.PrepareAsync(connectionString, cancellationToken);
        var (rounds, countEach) = context.Quick ? (2, 300) : (5, 1_200);
        var rows = new List<Row>();
        foreach (var (nodes, each) in ((int, int)[])[(1, 1), (1, 8), (2, 4)])
        {
            PeakMemory.Begin();
            await using var platform = await Nodes.StartAsync(connectionString, nodes, each, cancellationToken);
            var (ours, ceiling) = await CompareAsync(platform, bare.TakeAllAsync, nodes * each, countEach * nodes * each, rounds, cancellationToken);
            var name = $"messages, {nodes} node{(nodes == 1 ? "" : "s")}, {each} at a time";
            rows.Add(new Row(name, ours, "messages/s", ceiling, PeakMemory.Megabytes()));
            if (nodes > 1 || each > 1)
                continue;
            (ours, ceiling) = await CompareAsync(platform, bare.TakeAllForWorkAsync, 1, countEach, rounds, cancellationToken);
            rows.Add(new Row($"{name}, each worked on before its commit", ours, "messages/s", ceiling, PeakMemory.Megabytes(),
                "The ceiling keeps a transaction open for the work, and commits it in one round trip with the taking of the next."));
        }

        rows.AddRange(await LatencyAsync(connectionString, bare, context, cancellationToken));

        var later = context.Quick ? 100_000 : 1_000_000;
        PeakMemory.Begin();
        await using (var platform = await Nodes.StartAsync(connectionString, 1, 8, cancellationToken))
        {
            var count = countEach * 8;
            var without = await MedianAsync(rounds, () => platform.HandleAsync(count, cancellationToken));
            await platform.ScheduleAsync(later, cancellationToken);
            var with = await MedianAsync(rounds, () => platform.HandleAsync(count, cancellationToken));
            rows.Add(new Row(
                $"messages beside {later:N0} for later", with, "messages/s", without, PeakMemory.Megabytes(), "The ceiling is the pace without them, 1 node and 8 at a time."));
        }

        return rows;
    }

    private static async Task<(double Ours, double Ceiling)> CompareAsync(
        Nodes platform, Func<int, int, CancellationToken, Task<double>> takeAll, int workers, int count, int rounds, CancellationToken cancellationToken)
    {
        await platform.HandleAsync(count, cancellationToken);
        await takeAll(count, workers, cancellationToken);
        var (ours, ceiling) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, so that a steady drift cancels.
            if (round % 2 == 0)
                ours.Add(await platform.HandleAsync(count, cancellationToken));
            ceiling.Add(await takeAll(count, workers, cancellationToken));
            if (round % 2 == 1)
                ours.Add(await platform.HandleAsync(count, cancellationToken));
        }

        return (Measurement.MedianOf(ours), Measurement.MedianOf(ceiling));
    }

    private static async Task<double> MedianAsync(int rounds, Func<Task<double>> measure)
    {
        var measured = new List<double>();
        for (var round = 0; round < rounds; round++)
            measured.Add(await measure());
        return Measurement.MedianOf(measured);
    }

    private static async Task<IEnumerable<Row>> LatencyAsync(string connectionString, BareDequeue bare, BenchmarkContext context, CancellationToken cancellationToken)
    {
        var length = TimeSpan.FromSeconds(context.Quick ? 4 : 20);
        PeakMemory.Begin();
        await using var platform = await Nodes.StartAsync(connectionString, 1, 1, cancellationToken);
        var ours = new ConcurrentBag<TimeSpan>();
        await OpenLoop.RunAsync(MessagesPerSecond, length, async ct => ours.Add(await platform.MeasureOneAsync(ct)), cancellationToken);
        var ceiling = new ConcurrentBag<TimeSpan>();
        await using (var listening = await bare.ListenAsync(cancellationToken))
            await OpenLoop.RunAsync(MessagesPerSecond, length, async ct => ceiling.Add(await listening.MeasureOneAsync(ct)), cancellationToken);
        return Row.OfTimes(
            $"from commit to handled, {MessagesPerSecond} a second",
            new Comparison(Measurement.Of([.. ours], length, default), Measurement.Of([.. ceiling], length, default)),
            PeakMemory.Megabytes());
    }

    public sealed record Nothing(Guid Id);

    /// <summary>Notes that it was called, which is before the commit; the callers wait for that too where it counts.</summary>
    public sealed class NothingHandler(Handled handled)
    {
        public void Handle(Nothing message) => handled.Note(message.Id);
    }

    public sealed class Handled
    {
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> _awaited = new();
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public void Note(Guid id)
        {
            Interlocked.Increment(ref _count);
            if (_awaited.TryRemove(id, out var awaited))
                awaited.TrySetResult(Stopwatch.GetTimestamp());
        }

        public Task<long> Of(Guid id) => _awaited.GetOrAdd(id, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    /// <summary>Hosts with pools of their own: to PostgreSQL, processes.</summary>
    private sealed class Nodes : IAsyncDisposable
    {
        private readonly List<IHost> _hosts = [];
        private readonly Handled _handled = new();
        private readonly NpgsqlDataSource _dataSource;

        private Nodes(string connectionString) => _dataSource = NpgsqlDataSource.Create(connectionString);

        private MessageOutbox Outbox => _hosts[0].Services.GetRequiredService<MessageOutbox>();

        public static async Task<Nodes> StartAsync(string connectionString, int count, int parallelism, CancellationToken cancellationToken)
        {
            var nodes = new Nodes(connectionString);
            for (var i = 0; i < count; i++)
            {
                var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(nodes._handled).AddMessaging(options =>
                {
                    options.Connection(connectionString);
                    options.Schema = Schema;
                    options.Handlers.Add<NothingHandler>();
                    options.DefaultQueue.Parallelism = parallelism;
                });
                var host = builder.Build();
                await host.Services.GetRequiredService<MessagingSchema>().ApplyAsync(cancellationToken);
                await host.StartAsync(cancellationToken);
                nodes._hosts.Add(host);
            }

            return nodes;
        }

        /// <returns>How many a second.</returns>
        public async Task<double> HandleAsync(int count, CancellationToken cancellationToken)
        {
            await using (var insert = _dataSource.CreateCommand(
                $$"""
                INSERT INTO {{Schema}}.envelopes (id, queue, message_type, body, sent_at, due_at)
                SELECT id, 'default', $1, json_build_object('Id', id), now(), now() FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2)) new
                """))
            {
                insert.Parameters.AddWithValue(typeof(Nothing).FullName!);
                insert.Parameters.AddWithValue(count);
                await insert.ExecuteNonQueryAsync(cancellationToken);
            }

            var (start, done) = (Stopwatch.GetTimestamp(), _handled.Count + count);
            Outbox.Wake();
            while (_handled.Count < done)
                await Task.Delay(1, cancellationToken);
            return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        public async Task ScheduleAsync(int count, CancellationToken cancellationToken)
        {
            BenchmarkContext.Say($"Scheduling {count:N0} messages.");
            await using var insert = _dataSource.CreateCommand(
                $$"""
                INSERT INTO {{Schema}}.envelopes (id, queue, message_type, body, sent_at, due_at)
                SELECT gen_random_uuid(), 'default', $1, '{}', now(), now() + interval '1 year' + i * interval '1 second' FROM generate_series(1, $2) i
                """);
            insert.CommandTimeout = 0;
            insert.Parameters.AddWithValue(typeof(Nothing).FullName!);
            insert.Parameters.AddWithValue(count);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        /// <summary>Sends one, and says how long after the commit its handler was called.</summary>
        public async Task<TimeSpan> MeasureOneAsync(CancellationToken cancellationToken)
        {
            var message = new Nothing(Guid.NewGuid());
            var handled = _handled.Of(message.Id);
            await using (var batch = _dataSource.CreateBatch())
            {
                batch.BatchCommands.Add(Outbox.Send(message));
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }

            var committed = Stopwatch.GetTimestamp();
            Outbox.Wake();
            var took = Stopwatch.GetElapsedTime(committed, await handled.WaitAsync(cancellationToken));
            return took > TimeSpan.Zero ? took : TimeSpan.Zero;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var host in _hosts)
            {
                await host.StopAsync();
                host.Dispose();
            }

            await _dataSource.DisposeAsync();
        }
    }
}
