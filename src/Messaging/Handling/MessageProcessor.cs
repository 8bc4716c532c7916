using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Handling;

/// <summary>Handles one message in one transaction: claim, call, commit. On failure it sees to the retry or the burial.</summary>
internal sealed class MessageProcessor(
    NpgsqlDataSource dataSource,
    EnvelopeStatements statements,
    MessageRoutes routes,
    MessageOutbox outbox,
    MessagingOptions options,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MessageProcessor> logger)
{
    private const string BeforeHandling = "before_handling";

    // What the fresh connection waits for the failed one's lock, which PostgreSQL lets go as soon as it sees the old connection is dead.
    private const string LockPatience = "SET LOCAL lock_timeout = '5s'";

    /// <summary>Handles the next due message of a queue. False when none is due.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="abandon">Cancelled when the process can wait no longer: the message is released as if it had never been claimed.</param>
    public async Task<bool> HandleNextAsync(string queue, CancellationToken abandon)
    {
        await using var connection = await dataSource.OpenConnectionAsync(abandon);
        await using var transaction = await connection.BeginTransactionAsync(abandon);
        if (await ClaimAsync(connection, transaction, queue, abandon) is not { } envelope)
            return false;

        var context = new MessageContext(envelope, connection, transaction, outbox);
        try
        {
            await CallHandlersAsync(context, abandon);
            // PostgreSQL answers COMMIT in a failed transaction with a rollback and no error, so a handler that hid an error from us
            // would be called again at once, for ever. Releasing the savepoint fails instead.
            await transaction.ReleaseAsync(BeforeHandling, CancellationToken.None);
            // Not cancellable: the work is done, and a commit cut short would leave us guessing whether it counts.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception) when (abandon.IsCancellationRequested)
        {
            logger.LogInformation("Released {MessageType} {EnvelopeId}: the process is stopping", envelope.MessageType, envelope.Id);
            throw new OperationCanceledException(abandon);
        }
        catch (Exception failure)
        {
            await RecordFailureAsync(context, failure);
            return true;
        }

        if (context.HasSent)
            outbox.Wake();
        return true;
    }

    /// <summary>When the queue's first message that is not due yet will be; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(string queue, CancellationToken cancellationToken)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(statements.NextDue(queue, clock.GetUtcNow()));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetFieldValue<DateTimeOffset>(0) : null;
    }

    private async Task<Envelope?> ClaimAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string queue, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            // The savepoint comes after the claim, so that going back to it undoes the handler's work and keeps the claim.
            BatchCommands = { statements.Claim(queue, clock.GetUtcNow()), new NpgsqlBatchCommand($"SAVEPOINT {BeforeHandling}") },
        };
        await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? EnvelopeStatements.Read(reader) : null;
    }

    private async Task CallHandlersAsync(MessageContext context, CancellationToken abandon)
    {
        using var timeout = new CancellationTokenSource(options.HandlingTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(abandon, timeout.Token);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMessage>().Context = context;

        var route = routes.Find(context.Envelope.MessageType);
        var message = route.Read(context.Envelope.Body);
        try
        {
            foreach (var handler in route.Handlers)
                await handler.Call(scope.ServiceProvider, context, message, either.Token);
        }
        catch (OperationCanceledException late) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException($"The handler of {route.Name} took longer than {options.HandlingTimeout} and was cancelled.", late);
        }
    }

    private async Task RecordFailureAsync(MessageContext context, Exception failure)
    {
        var outcome = Outcome(context.Envelope, failure);
        if (!await TryRecordInTransactionAsync(context, outcome))
            await RecordAfreshAsync(context.Envelope, outcome);
    }

    private NpgsqlBatchCommand Outcome(Envelope envelope, Exception failure)
    {
        var now = clock.GetUtcNow();
        var failed = envelope.Attempts + 1;
        var delay = options.Policies.RetryDelay(failure, failed);
        var after = new Envelope
        {
            Id = envelope.Id,
            MessageType = envelope.MessageType,
            Body = envelope.Body,
            Queue = envelope.Queue,
            Attempts = failed,
            SentAt = envelope.SentAt,
            ExecutionTime = now + (delay ?? TimeSpan.Zero),
            CorrelationId = envelope.CorrelationId,
            CausationId = envelope.CausationId,
            DeduplicationId = envelope.DeduplicationId,
            TenantId = envelope.TenantId,
        };

        // An exception's text can hold what a person wrote. It is kept with the message in the database; the log gets it at Debug only.
        logger.LogDebug(failure, "Attempt {Attempt} at {MessageType} {EnvelopeId} failed", failed, envelope.MessageType, envelope.Id);
        var kind = failure.GetType().Name;
        if (delay is null)
        {
            logger.LogError("Gave up {MessageType} {EnvelopeId} after attempt {Attempt} ({Exception}); it is in dead_letters", envelope.MessageType, envelope.Id, failed, kind);
            return statements.Bury(after, now, failure);
        }

        logger.LogWarning("Attempt {Attempt} at {MessageType} {EnvelopeId} failed ({Exception}); next in {Delay}", failed, envelope.MessageType, envelope.Id, kind, delay);
        return statements.Insert(after);
    }

    /// <summary>Undoes the handler's work and records the outcome under the same claim, so that no other worker comes between.</summary>
    private static async Task<bool> TryRecordInTransactionAsync(MessageContext context, NpgsqlBatchCommand outcome)
    {
        try
        {
            await context.Transaction.RollbackAsync(BeforeHandling);
            await using var batch = new NpgsqlBatch(context.Connection, context.Transaction) { BatchCommands = { outcome } };
            await batch.ExecuteNonQueryAsync();
            await context.Transaction.CommitAsync();
            return true;
        }
        catch (Exception transactionIsUnusable) when (transactionIsUnusable is NpgsqlException or InvalidOperationException)
        {
            // The connection died, the commit was refused, or the handler ended the transaction or left a reader open. Closing the
            // connection lets the claim go, which the other way of recording must be able to take.
            await context.Connection.CloseAsync();
            return false;
        }
    }

    /// <summary>Records the outcome on a connection of its own; does nothing when the message is gone or another attempt was made since.</summary>
    private async Task RecordAfreshAsync(Envelope envelope, NpgsqlBatchCommand outcome)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var claim = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { new NpgsqlBatchCommand(LockPatience), statements.ClaimAgain(envelope) },
        };
        await claim.ExecuteNonQueryAsync();
        if (claim.BatchCommands[1].RecordsAffected == 0)
            return;

        await using var record = new NpgsqlBatch(connection, transaction) { BatchCommands = { outcome } };
        await record.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
