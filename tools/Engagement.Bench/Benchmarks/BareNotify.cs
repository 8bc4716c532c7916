using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The least time in which somebody else can have an event: NOTIFY in the transaction itself, heard by a connection that waits, and then the
/// event read by a prepared statement.
/// </summary>
internal sealed class BareNotify : IAsyncDisposable
{
    private const int Writers = 16;

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> _heard = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<int> _free = new(Enumerable.Range(0, Writers));
    private readonly SemaphoreSlim _turn = new(Writers);
    private readonly Channel<Guid> _told = Channel.CreateUnbounded<Guid>();
    private readonly BareAppend _append;
    private readonly NpgsqlConnection _listener;
    private readonly NpgsqlConnection _reader;
    private Task _listening = Task.CompletedTask;

    private BareNotify(BareAppend append, NpgsqlConnection listener, NpgsqlConnection reader) =>
        (_append, _listener, _reader) = (append, listener, reader);

    public static async Task<BareNotify> StartAsync(string connectionString, Guid model, CancellationToken cancellationToken)
    {
        var append = await BareAppend.PrepareAsync(connectionString, model, Writers, cancellationToken, notifies: true);
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        var bare = new BareNotify(append, new NpgsqlConnection(unpooled), new NpgsqlConnection(unpooled));
        await bare._listener.OpenAsync(cancellationToken);
        await bare._reader.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {BareAppend.Channel}", bare._listener))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        bare._listener.Notification += (_, told) => bare._told.Writer.TryWrite(Guid.Parse(told.Payload));
        bare._listening = Task.WhenAll(Task.Run(bare.ListenAsync, cancellationToken), Task.Run(bare.ReadAsync, cancellationToken));
        return bare;
    }

    /// <summary>Commits, and says how long after it the listener had the event.</summary>
    public async Task<TimeSpan> MeasureAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        _free.TryDequeue(out var writer);
        var id = await _append.AppendAsync(writer, cancellationToken);
        var committed = Stopwatch.GetTimestamp();
        _free.Enqueue(writer);
        _turn.Release();
        var heard = Stopwatch.GetElapsedTime(committed, await Of(id).Task.WaitAsync(cancellationToken));
        return heard > TimeSpan.Zero ? heard : TimeSpan.Zero;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        await _listener.DisposeAsync();
        await _reader.DisposeAsync();
        await _append.DisposeAsync();
        _turn.Dispose();
        _stop.Dispose();
    }

    private TaskCompletionSource<long> Of(Guid id) =>
        _heard.GetOrAdd(id, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                await _listener.WaitAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Enough heard.
        }
    }

    private async Task ReadAsync()
    {
        await using var command = new NpgsqlCommand("SELECT data, seq_id FROM mt_events WHERE stream_id = $1", _reader) { Parameters = { PreparedParameter.Identity() } };
        await command.PrepareAsync();
        try
        {
            await foreach (var stream in _told.Reader.ReadAllAsync(_stop.Token))
            {
                ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = stream;
                await using (var reader = await command.ExecuteReaderAsync(_stop.Token))
                {
                    await reader.ReadAsync(_stop.Token);
                    _ = reader.GetFieldValue<byte[]>(0);
                }

                Of(stream).TrySetResult(Stopwatch.GetTimestamp());
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Enough heard.
        }
    }
}
