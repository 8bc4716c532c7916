using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// What one daemon knows of the database's wishes and says of itself, twice a second: which projections are paused, how far the checkpoints are, how many dead
/// letters there are; and that those it owns have a living owner.
/// </summary>
internal sealed class DaemonControl(DocumentStore store) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly AsyncSignal _changed = new();
    private readonly AsyncSignal _refreshed = new();
    private readonly string[] _progressNames = [.. store.Projections.Async.Select(processor => processor.ProgressName)];
    private volatile Dictionary<string, ProjectionPause> _pauses = [];
    private volatile Dictionary<string, (long Position, DateTimeOffset? Oldest)> _progress = [];
    private volatile Dictionary<string, long> _deadLetters = [];
    private volatile bool _isKnown;
    private readonly BackgroundWork _work = new();

    /// <summary>Completes when a pause has come or gone. Take it before asking.</summary>
    public Task Changed => _changed.Next;

    public ProjectionPause? PauseOf(string name) => _pauses.GetValueOrDefault(name);

    public long DeadLettersOf(string name) => _deadLetters.GetValueOrDefault(name);

    /// <summary>The checkpoint and when the first event after it was appended.</summary>
    public (long Position, DateTimeOffset? Oldest) ProgressOf(string progressName) => _progress.GetValueOrDefault(progressName);

    /// <summary>Begins; the pauses are not known before <see cref="KnownAsync"/>.</summary>
    /// <param name="owned">The names of those that this process owns at the moment.</param>
    public void Start(Func<string[]> owned) => _work.Start(token => WatchAsync(owned, token));

    public async ValueTask DisposeAsync()
    {
        await _work.StopAsync().ConfigureAwait(false);
        _isKnown = false;
    }

    /// <summary>Waits until it is known what is paused: nothing that is paused may run for a moment at a start.</summary>
    public async Task KnownAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var refreshed = _refreshed.Next;
            if (_isKnown) return;
            await refreshed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task PauseAsync(NpgsqlConnection connection, string name, string reason, string by, long? failedSequence, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(store.DaemonSql.Pause, connection))
        {
            command.Parameters.Add(Parameter.Of(name));
            command.Parameters.Add(Parameter.Of(reason));
            command.Parameters.Add(Parameter.Of(by));
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)failedSequence ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await ReadPausesAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    public async Task ResumeAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(store.DaemonSql.Resume, connection))
        {
            command.Parameters.Add(Parameter.Of(name));
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await ReadPausesAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    private async Task WatchAsync(Func<string[]> owned, CancellationToken cancellationToken)
    {
        var failed = new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1));
        while (!cancellationToken.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await BeatAsync(connection, owned(), cancellationToken).ConfigureAwait(false);
                await ReadPausesAsync(connection, cancellationToken).ConfigureAwait(false);
                await ReadFiguresAsync(connection, cancellationToken).ConfigureAwait(false);
                failed.Reset();
                _isKnown = true;
                _refreshed.Pulse();
            }
            catch (Exception wrong) when (!cancellationToken.IsCancellationRequested && wrong is not OutOfMemoryException)
            {
                pause = failed.Next();
                store.Options.Logger.LogWarning(wrong, "The projections' pauses and figures could not be read; it is tried again in {Delay}.", pause);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BeatAsync(NpgsqlConnection connection, string[] owned, CancellationToken cancellationToken)
    {
        if (owned.Length == 0) return;

        // It is worth nothing after a crash, so it does not wait for the disk.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("select set_config('synchronous_commit', 'off', true)"),
                new NpgsqlBatchCommand(store.DaemonSql.Beat) { Parameters = { Parameter.Of(owned) } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadPausesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var pauses = new Dictionary<string, ProjectionPause>(StringComparer.Ordinal);
        await using (var command = new NpgsqlCommand(store.DaemonSql.ReadPauses, connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                long? failed = await reader.IsDBNullAsync(4, cancellationToken).ConfigureAwait(false) ? null : reader.GetInt64(4);
                pauses.Add(reader.GetString(0), new ProjectionPause(reader.GetString(1), reader.GetString(2), new DateTimeOffset(reader.GetDateTime(3)), failed));
            }
        }

        var before = _pauses;
        _pauses = pauses;
        if (before.Count != pauses.Count || before.Any(pause => pauses.GetValueOrDefault(pause.Key) != pause.Value)) _changed.Pulse();
    }

    private async Task ReadFiguresAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var progress = new Dictionary<string, (long, DateTimeOffset?)>(StringComparer.Ordinal);
        var deadLetters = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(store.DaemonSql.ReadProgress) { Parameters = { Parameter.Of(_progressNames) } },
                new NpgsqlBatchCommand(store.DaemonSql.CountDeadLetters),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            DateTimeOffset? oldest = await reader.IsDBNullAsync(2, cancellationToken).ConfigureAwait(false) ? null : new DateTimeOffset(reader.GetDateTime(2));
            progress.Add(reader.GetString(0), (reader.GetInt64(1), oldest));
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!await reader.IsDBNullAsync(0, cancellationToken).ConfigureAwait(false)) deadLetters.Add(reader.GetString(0), reader.GetInt64(1));
        }

        _progress = progress;
        _deadLetters = deadLetters;
    }
}
