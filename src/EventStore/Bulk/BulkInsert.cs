using System.Globalization;
using Npgsql;

namespace EventStore;

/// <summary>Cuts what the source gives into batches and commits them one after another, keeping count.</summary>
internal sealed class BulkInsert(DocumentStore store, BulkInsertOptions options)
{
    // Each failed attempt means that somebody else succeeded.
    private const int MaxAttempts = 20;

    private readonly BulkSql _sql = new(store.Options.DatabaseSchemaName);
    private BulkInsertProgress _committed = new(0, 0, 0);
    private string? _kept;

    public async Task<BulkInsertProgress> RunAsync(IAsyncEnumerable<StreamAction> streams, CancellationToken cancellationToken)
    {
        if (options.Name is { } name) await ReadProgressAsync(name, cancellationToken).ConfigureAwait(false);

        var given = 0L;
        var skip = _committed.Streams;
        var batch = NewBatch();
        await foreach (var action in streams.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (action is null) throw new InvalidStoreUseException("STREAM_ACTION_NULL", $"Item {given} of the bulk insert, counted from zero, is null.");
            if (given++ < skip) continue;
            batch.Add(action);
            if (batch.Events < options.BatchSize) continue;
            await CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            batch = NewBatch();
        }

        if (batch.Actions > 0) await CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (given == 0) throw new InvalidStoreUseException("BULK_INSERT_EMPTY", "There was nothing to insert: the source gave no stream actions.");
        if (given < skip)
        {
            throw new InvalidStoreUseException(
                "BULK_INSERT_SOURCE_CHANGED",
                $"Bulk insert '{options.Name}' has {skip} stream actions committed, but the source gave {given}. Run it with the source it began with, or under another name.");
        }

        return _committed;
    }

    private BulkBatch NewBatch() => new(store, _sql, store.Options.Events.Tenant(options.TenantId));

    private async Task CommitAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryCommitAsync(batch, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (LookAgainException) when (attempt < MaxAttempts)
            {
            }
            catch (PostgresException deadlock) when (deadlock.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < MaxAttempts)
            {
            }
            catch (EventStoreException reason)
            {
                throw new BulkInsertStoppedException(_committed, reason);
            }
        }

        store.Committed();
        options.Progress?.Report(_committed);
    }

    private async Task TryCommitAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var streams = _committed.Streams + batch.Actions;
        var events = _committed.Events + batch.Events;
        var kept = string.Create(CultureInfo.InvariantCulture, $"{streams} {events}");
        if (options.Name is { } name) await MoveProgressAsync(connection, name, kept, cancellationToken).ConfigureAwait(false);
        var last = await batch.WriteAsync(connection, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        (_committed, _kept) = (new BulkInsertProgress(streams, events, last), kept);
    }

    private async Task ReadProgressAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(store.Sql.FindIdempotencyKey);
        command.Parameters.Add(Parameter.Of(KeyOf(name)));
        command.Parameters.Add(Parameter.Of(options.TenantId));
        _kept = (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        if (_kept?.Split(' ') is not [var streams, var events]) return;
        _committed = new BulkInsertProgress(long.Parse(streams, CultureInfo.InvariantCulture), long.Parse(events, CultureInfo.InvariantCulture), 0);
    }

    private async Task MoveProgressAsync(NpgsqlConnection connection, string name, string kept, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.MoveProgress, connection);
        command.Parameters.Add(Parameter.Of(KeyOf(name)));
        command.Parameters.Add(Parameter.Of(options.TenantId));
        command.Parameters.Add(Parameter.Of(kept));
        command.Parameters.Add(Parameter.Of(store.Options.TimeProvider.GetUtcNow()));
        command.Parameters.Add(Parameter.Of(_kept));
        if (await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1) return;
        throw new InvalidStoreUseException(
            "BULK_INSERT_RUNS_ELSEWHERE", $"Bulk insert '{name}' is run by somebody else at the same time. Let one of them finish, then run it again if need be.");
    }

    private static string KeyOf(string name) => $"bulk insert: {name}";
}
