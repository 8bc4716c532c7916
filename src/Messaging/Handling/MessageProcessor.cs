using System.Data;
using System.Diagnostics;
using Messaging.Diagnostics;
using Messaging.Runtime;
using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Handling;

/// <summary>Handles one message that this node has claimed, in one transaction: take it out, call, commit. On failure it sees to what the policies say.</summary>
internal sealed class MessageProcessor(
    NpgsqlDataSource dataSource,
    EnvelopeStatements statements,
    MessageRoutes routes,
    MessageOutbox outbox,
    MessagingOptions options,
    IServiceScopeFactory scopes,
    ThisNode node,
    MessagingClock clock,
    ILogger<MessageProcessor> logger)
{
    private const string LockPatience = "SELECT set_config('lock_timeout', '5s', true)";

    private static readonly TimeSpan PauseBeforeRecordingAgain = TimeSpan.FromSeconds(1);

    /// <summary>Handles a message, as often as its policies say at once. When it returns, the message is not in this node's hand any more.</summary>
    /// <param name="envelope">The message.</param>
    /// <param name="abandon">Cancelled when the process can wait no longer: the message is left for who releases all that this node has.</param>
    public async Task HandleAsync(Envelope envelope, CancellationToken abandon)
    {
        for (Envelope? next = envelope; next is not null;)
            next = await TryAsync(next, abandon);
    }

    /// <returns>The message as it is to be tried again at once.</returns>
    private async Task<Envelope?> TryAsync(Envelope envelope, CancellationToken abandon)
    {
        using var span = MessagingTelemetry.Start(envelope);
        var begun = Stopwatch.GetTimestamp();
        var (failure, brokenSession) = await TryAsync(envelope, begun, abandon);
        if (failure is null)
            return null;

        // By now the connection is closed, and with it whatever the handler did is undone.
        var after = envelope.AfterFailure();
        var step = options.Policies.Next(after.MessageType, failure, after.Attempts);
        MessagingTelemetry.Failed(after, failure, step, Stopwatch.GetElapsedTime(begun), span);
        Report(step, after, failure);
        var isStillHere = await RecordAsync(() => statements.Record(step, after, node.Id, clock.Now, failure), brokenSession, abandon);
        return isStillHere && step.Kind == FailureStep.What.RetryNow ? after : null;
    }

    /// <returns>What went wrong, and the server's process of a connection that broke.</returns>
    private async Task<(Exception? Failure, int? BrokenSession)> TryAsync(Envelope envelope, long begun, CancellationToken abandon)
    {
        NpgsqlConnection? connection = null;
        var session = 0;
        try
        {
            connection = await dataSource.OpenConnectionAsync(abandon);
            session = connection.ProcessID;
            var transaction = await connection.BeginTransactionAsync(abandon);
            if (!await BeginAsync(connection, transaction, envelope, abandon))
            {
                logger.LogInformation("{MessageType} {EnvelopeId} was taken over by another node before it was begun here", envelope.MessageType, envelope.Id);
                return default;
            }

            var context = new MessageContext(envelope, connection, transaction, outbox);
            await CallHandlersAsync(context, abandon);
            await CommitAsync(connection, transaction);
            MessagingTelemetry.Handled(envelope, Stopwatch.GetElapsedTime(begun));
            if (context.HasSent)
                outbox.Wake();
            return default;
        }
        catch (Exception) when (abandon.IsCancellationRequested)
        {
            logger.LogInformation("Released {MessageType} {EnvelopeId}: the process is stopping", envelope.MessageType, envelope.Id);
            return default;
        }
        catch (Exception failure)
        {
            return (failure, connection is { State: not ConnectionState.Open } ? session : null);
        }
        finally
        {
            await CloseAsync(connection);
        }
    }

    /// <summary>Closes a connection with whatever a handler has left open, and rolls back what is not committed.</summary>
    private static async Task CloseAsync(NpgsqlConnection? connection)
    {
        try
        {
            if (connection is not null)
                await connection.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // It broke, so the server rolls back by itself.
        }
    }

    private async Task<bool> BeginAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Envelope envelope, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { NodeStatements.NameSessionOf(node.Id), statements.Begin(envelope, node.Id) },
        };
        await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken);
    }

    /// <summary>
    /// Commits. PostgreSQL answers COMMIT in a failed transaction with a rollback and no error, and outside one with a warning; a handler that hid an
    /// error from us, or ended the transaction itself, would seem to have done its work. A savepoint is refused in both cases.
    /// </summary>
    private static async Task CommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { new NpgsqlBatchCommand("SAVEPOINT handled"), new NpgsqlBatchCommand("COMMIT") },
        };
        // Not cancellable: the work is done, and a commit cut short would leave us guessing whether it counts.
        await batch.PrepareAsync(CancellationToken.None);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
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

    private void Report(FailureStep step, Envelope after, Exception failure)
    {
        // An exception's text can hold what a person wrote: the log gets it at Debug only.
        logger.LogDebug(failure, "Attempt {Attempt} at {MessageType} {EnvelopeId} failed", after.Attempts, after.MessageType, after.Id);
        var kind = failure.GetType().Name;
        switch (step.Kind)
        {
            case FailureStep.What.Bury:
                logger.LogError("Gave up {MessageType} {EnvelopeId} after attempt {Attempt} ({Exception}); it is in dead_letters", after.MessageType, after.Id, after.Attempts, kind);
                break;
            case FailureStep.What.Discard:
                logger.LogWarning("Discarded {MessageType} {EnvelopeId} after attempt {Attempt} ({Exception})", after.MessageType, after.Id, after.Attempts, kind);
                break;
            default:
                logger.LogWarning("Attempt {Attempt} at {MessageType} {EnvelopeId} failed ({Exception}); next in {Delay}", after.Attempts, after.MessageType, after.Id, kind, step.Delay);
                break;
        }
    }

    /// <summary>Records what a failure came to, however long the database cannot be reached: until then nobody else may have the message.</summary>
    /// <returns>Whether the message is still this node's: the commit that seemed to fail may have come through, or another node taken over.</returns>
    private async Task<bool> RecordAsync(Func<NpgsqlBatchCommand> outcome, int? brokenSession, CancellationToken abandon)
    {
        while (!abandon.IsCancellationRequested)
        {
            try
            {
                await using var batch = dataSource.CreateBatch();
                // What broke on this side may be open on the other, in a transaction that holds the message.
                if (brokenSession is { } process)
                    batch.BatchCommands.Add(NodeStatements.EndSessionOf(node.Id, process));
                batch.BatchCommands.Add(new NpgsqlBatchCommand(LockPatience));
                var record = outcome();
                batch.BatchCommands.Add(record);
                await batch.ExecuteNonQueryAsync(abandon);
                return record.RecordsAffected > 0;
            }
            catch (Exception) when (abandon.IsCancellationRequested)
            {
                break;
            }
            catch (Exception trouble)
            {
                logger.LogWarning("A failed attempt cannot be recorded ({Exception}); trying again in {Pause}", trouble.GetType().Name, PauseBeforeRecordingAgain);
                await Task.Delay(PauseBeforeRecordingAgain, abandon).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return false;
    }
}
