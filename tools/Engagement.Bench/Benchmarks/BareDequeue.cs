using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Bench.Benchmarks;

/// <summary>The least that a queue in a table can cost: one prepared statement takes one row, in a transaction of its own.</summary>
internal sealed class BareDequeue : IAsyncDisposable
{
    private const string Take =
        "DELETE FROM bare_queue WHERE id = (SELECT id FROM bare_queue WHERE due_at <= now() ORDER BY due_at, position LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id, body";

    private readonly NpgsqlDataSource _dataSource;

    private BareDequeue(NpgsqlDataSource dataSource) => _dataSource = dataSource;

    public static async Task<BareDequeue> PrepareAsync(string connectionString, CancellationToken cancellationToken)
    {
        var bare = new BareDequeue(NpgsqlDataSource.Create(connectionString));
        await using var create = bare._dataSource.CreateCommand(
            """
            CREATE TABLE bare_queue (id uuid PRIMARY KEY, position bigint GENERATED ALWAYS AS IDENTITY, body json NOT NULL, due_at timestamptz NOT NULL)
                WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
            CREATE INDEX bare_queue_due ON bare_queue (due_at, position);
            """);
        await create.ExecuteNonQueryAsync(cancellationToken);
        return bare;
    }

    /// <returns>How many a second.</returns>
    public Task<double> TakeAllAsync(int count, int workers, CancellationToken cancellationToken) => TakeAllAsync(count, workers, TakeAsync, cancellationToken);

    /// <summary>As somebody must who works on each before it is gone: its transaction is open until the next is taken.</summary>
    /// <returns>How many a second.</returns>
    public Task<double> TakeAllForWorkAsync(int count, int workers, CancellationToken cancellationToken) => TakeAllAsync(count, workers, TakeForWorkAsync, cancellationToken);

    private static async Task TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var take = await PrepareAsync(connection, cancellationToken);
        while (await TakeOneAsync(take, cancellationToken) is not null)
        {
        }
    }

    private static async Task TakeForWorkAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var begin = new NpgsqlCommand("BEGIN", connection))
            await begin.ExecuteNonQueryAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("COMMIT"), new("BEGIN"), new(Take) } };
        await batch.PrepareAsync(cancellationToken);
        bool isTaken;
        do
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            isTaken = await reader.ReadAsync(cancellationToken);
        }
        while (isTaken);
    }

    private async Task<double> TakeAllAsync(int count, int workers, Func<NpgsqlConnection, CancellationToken, Task> take, CancellationToken cancellationToken)
    {
        await using (var insert = _dataSource.CreateCommand(
            "INSERT INTO bare_queue (id, body, due_at) SELECT id, json_build_object('Id', id), now() FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) new"))
        {
            insert.Parameters.AddWithValue(count);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(
            async () =>
            {
                await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
                await take(connection, cancellationToken);
            },
            cancellationToken)));
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>One worker that waits for NOTIFY, and takes what there is then.</summary>
    public async Task<Listening> ListenAsync(CancellationToken cancellationToken)
    {
        var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand("LISTEN bare_queue", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        return new Listening(_dataSource, connection, await PrepareAsync(connection, cancellationToken));
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    private static async Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var take = new NpgsqlCommand(Take, connection);
        await take.PrepareAsync(cancellationToken);
        return take;
    }

    private static async Task<Guid?> TakeOneAsync(NpgsqlCommand take, CancellationToken cancellationToken)
    {
        await using var reader = await take.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetGuid(0) : null;
    }

    internal sealed class Listening : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> _awaited = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly NpgsqlDataSource _dataSource;
        private readonly NpgsqlConnection _connection;
        private readonly NpgsqlCommand _take;
        private readonly Task _taking;

        public Listening(NpgsqlDataSource dataSource, NpgsqlConnection connection, NpgsqlCommand take)
        {
            (_dataSource, _connection, _take) = (dataSource, connection, take);
            _taking = Task.Run(TakeAsync);
        }

        /// <summary>Inserts one, and says how long after the commit it was taken.</summary>
        public async Task<TimeSpan> MeasureOneAsync(CancellationToken cancellationToken)
        {
            var id = Guid.NewGuid();
            var taken = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited[id] = taken;
            await using (var batch = _dataSource.CreateBatch())
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO bare_queue (id, body, due_at) VALUES ($1, $2, now())")
                {
                    Parameters = { new() { Value = id }, new() { Value = $$"""{"Id":"{{id}}"}""", NpgsqlDbType = NpgsqlDbType.Json } },
                });
                batch.BatchCommands.Add(new NpgsqlBatchCommand("NOTIFY bare_queue"));
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }

            var committed = Stopwatch.GetTimestamp();
            var took = Stopwatch.GetElapsedTime(committed, await taken.Task.WaitAsync(cancellationToken));
            return took > TimeSpan.Zero ? took : TimeSpan.Zero;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _taking;
            await _take.DisposeAsync();
            await _connection.DisposeAsync();
            _stop.Dispose();
        }

        private async Task TakeAsync()
        {
            try
            {
                while (true)
                {
                    while (await TakeOneAsync(_take, _stop.Token) is { } id)
                    {
                        if (_awaited.TryRemove(id, out var awaited))
                            awaited.TrySetResult(Stopwatch.GetTimestamp());
                    }

                    await _connection.WaitAsync(_stop.Token);
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // Enough measured.
            }
        }
    }
}
