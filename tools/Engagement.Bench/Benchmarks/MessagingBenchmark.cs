using System.Collections.Concurrent;
using System.Diagnostics;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// Messages from their commit to the commit of their handling, which does nothing itself, beside a bare table from which prepared statements take one row
/// in each transaction with SKIP LOCKED, by as many workers. How long one takes at a steady pace; and what a million messages for later cost the rest. Each
/// node is a process of its own, and who sends is another, so that what wakes it goes through the database, as the ceiling's does; the memory is the nodes'.
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
            await using var platform = await Nodes.StartAsync(connectionString, nodes, each, tellsOfEach: false, cancellationToken);
            var (ours, ceiling) = await CompareAsync(platform, bare.TakeAllAsync, nodes * each, countEach * nodes * each, rounds, cancellationToken);
            var name = $"messages, {nodes} node{(nodes == 1 ? "" : "s")}, {each} at a time";
            rows.Add(new Row(name, ours, "messages/s", ceiling, platform.PeakMegabytes));
            if (nodes > 1 || each > 1)
                continue;
            (ours, ceiling) = await CompareAsync(platform, bare.TakeAllForWorkAsync, 1, countEach, rounds, cancellationToken);
            rows.Add(new Row($"{name}, each worked on before its commit", ours, "messages/s", ceiling, platform.PeakMegabytes,
                "The ceiling keeps a transaction open for the work, and commits it in one round trip with the taking of the next."));
        }

        rows.AddRange(await LatencyAsync(connectionString, bare, context, cancellationToken));

        var later = context.Quick ? 100_000 : 1_000_000;
        await using (var platform = await Nodes.StartAsync(connectionString, 1, 8, tellsOfEach: false, cancellationToken))
        {
            var count = countEach * 8;
            var without = await MedianAsync(rounds, () => platform.HandleAsync(count, cancellationToken));
            await platform.ScheduleAsync(later, cancellationToken);
            var with = await MedianAsync(rounds, () => platform.HandleAsync(count, cancellationToken));
            rows.Add(new Row(
                $"messages beside {later:N0} for later", with, "messages/s", without, platform.PeakMegabytes, "The ceiling is the pace without them, 1 node and 8 at a time."));
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
        await using var platform = await Nodes.StartAsync(connectionString, 1, 1, tellsOfEach: true, cancellationToken);
        // A process that has just started compiles while it works.
        await platform.HandleAsync(context.Quick ? 300 : 1_200, cancellationToken);
        var ours = new ConcurrentBag<TimeSpan>();
        await OpenLoop.RunAsync(MessagesPerSecond, length, async ct => ours.Add(await platform.MeasureOneAsync(ct)), cancellationToken);
        var ceiling = new ConcurrentBag<TimeSpan>();
        await using (var listening = await bare.ListenAsync(cancellationToken))
            await OpenLoop.RunAsync(MessagesPerSecond, length, async ct => ceiling.Add(await listening.MeasureOneAsync(ct)), cancellationToken);
        return Row.OfTimes(
            $"from commit to handled, {MessagesPerSecond} a second",
            new Comparison(Measurement.Of([.. ours], length, default), Measurement.Of([.. ceiling], length, default)),
            platform.PeakMegabytes);
    }

    /// <summary>Nodes, each a process; and here who sends to them, and learns from the database and from them what they have done.</summary>
    private sealed class Nodes : IAsyncDisposable
    {
        private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

        private readonly List<MessagingNode> _nodes = [];
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> _awaited = new();
        private readonly NpgsqlDataSource _dataSource;
        private readonly IHost _sender;

        private Nodes(string connectionString)
        {
            _dataSource = NpgsqlDataSource.Create(connectionString);
            _sender = MessagingNode.Build(connectionString, options => options.RunWorker = false);
        }

        private MessageOutbox Outbox => _sender.Services.GetRequiredService<MessageOutbox>();

        public double PeakMegabytes => _nodes.Sum(node => node.PeakMegabytes);

        /// <param name="connectionString">The database.</param>
        /// <param name="count">How many nodes.</param>
        /// <param name="parallelism">How many messages each handles at a time.</param>
        /// <param name="tellsOfEach">Whether <see cref="MeasureOneAsync"/> is asked for.</param>
        /// <param name="cancellationToken">Ends the wait.</param>
        public static async Task<Nodes> StartAsync(string connectionString, int count, int parallelism, bool tellsOfEach, CancellationToken cancellationToken)
        {
            var nodes = new Nodes(connectionString);
            await nodes._sender.Services.GetRequiredService<MessagingSchema>().ApplyAsync(cancellationToken);
            await nodes._sender.StartAsync(cancellationToken);
            for (var i = 0; i < count; i++)
                nodes._nodes.Add(MessagingNode.Start(connectionString, parallelism, tellsOfEach ? nodes.HasHandled : null));
            await nodes.UntilAsync($"SELECT count(*) = {count} FROM {Schema}.nodes", cancellationToken);
            return nodes;
        }

        /// <returns>How many a second, from when they are there until the last is committed.</returns>
        public async Task<double> HandleAsync(int count, CancellationToken cancellationToken)
        {
            await using (var insert = _dataSource.CreateCommand(
                $$"""
                INSERT INTO {{Schema}}.envelopes (id, queue, message_type, body, sent_at, due_at)
                SELECT id, 'default', $1, json_build_object('Id', id), now(), now() FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2)) new
                """))
            {
                insert.Parameters.AddWithValue(typeof(MessagingNode.Nothing).FullName!);
                insert.Parameters.AddWithValue(count);
                await insert.ExecuteNonQueryAsync(cancellationToken);
            }

            var start = Stopwatch.GetTimestamp();
            Outbox.Wake();
            await UntilAsync($"SELECT NOT EXISTS (SELECT FROM {Schema}.envelopes WHERE queue = 'default' AND due_at <= now())", cancellationToken);
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
            insert.Parameters.AddWithValue(typeof(MessagingNode.Nothing).FullName!);
            insert.Parameters.AddWithValue(count);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        /// <summary>Sends one, and says how long after the commit its handling was committed, in the other process.</summary>
        public async Task<TimeSpan> MeasureOneAsync(CancellationToken cancellationToken)
        {
            var message = new MessagingNode.Nothing(Guid.NewGuid());
            var handled = _awaited.GetOrAdd(message.Id, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
            await using (var batch = _dataSource.CreateBatch())
            {
                batch.BatchCommands.Add(Outbox.Send(message));
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }

            var committed = Stopwatch.GetTimestamp();
            Outbox.Wake();
            var took = Stopwatch.GetElapsedTime(committed, await handled.Task.WaitAsync(cancellationToken));
            return took > TimeSpan.Zero ? took : TimeSpan.Zero;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var node in _nodes)
                await node.DisposeAsync();
            await _sender.StopAsync();
            _sender.Dispose();
            await _dataSource.DisposeAsync();
        }

        private void HasHandled(Guid id, long at)
        {
            if (_awaited.TryRemove(id, out var awaited))
                awaited.TrySetResult(at);
        }

        private async Task UntilAsync(string condition, CancellationToken cancellationToken)
        {
            await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
            await using var look = new NpgsqlCommand(condition, connection);
            await look.PrepareAsync(cancellationToken);
            while (!(bool)(await look.ExecuteScalarAsync(cancellationToken))!)
                await Task.Delay(BetweenLooks, cancellationToken);
        }
    }
}
