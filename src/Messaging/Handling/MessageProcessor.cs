using System.Data;
using System.Diagnostics;
using Messaging.Diagnostics;
using Messaging.Runtime;
using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Handling;

/// <summary>
/// Handles messages that this node has claimed, each in one transaction: take it out, call, commit. While there is a next one, the commit and the taking out
/// of that are one round trip. On failure it sees to what the policies say.
/// </summary>
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

    private static readonly TimeSpan PauseBeforeBeginningAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseBeforeRecordingAgain = TimeSpan.FromSeconds(1);

    // What a handler left in the session is not the next one's, unless the pool is told to leave it too. The first has an answer.
    private static readonly string[] Reset =
        ["SELECT pg_advisory_unlock_all()", "SET SESSION AUTHORIZATION DEFAULT", "RESET ALL", "CLOSE ALL", "DISCARD SEQUENCES", "DISCARD TEMP"];

    private static readonly string[] NoReset = ["SELECT 1"];

    private readonly bool _resets = !new NpgsqlConnectionStringBuilder(dataSource.ConnectionString).NoResetOnClose;

    /// <summary>Handles a message, as often as its policies say at once, and then those that follow.</summary>
    /// <param name="first">The message.</param>
    /// <param name="next">Gives the one that is to follow, or null where none is to be begun now.</param>
    /// <param name="finished">Told of each that is not in this node's hand any more, and how long it took.</param>
    /// <param name="abandon">Cancelled when the process can wait no longer: messages are left for who releases all that this node has.</param>
    public async Task HandleAsync(Envelope first, Func<Envelope?> next, Action<Envelope, TimeSpan> finished, CancellationToken abandon)
    {
        var after = default(Outcome);
        Envelope? envelope = first;
        Envelope? following = null;
        try
        {
            while (envelope is not null)
            {
                var begun = Stopwatch.GetTimestamp();
                var span = MessagingTelemetry.Start(envelope);
                try
                {
                    after = await TryAsync(envelope, after, () => following ??= next(), span, abandon);
                }
                finally
                {
                    MessagingTelemetry.Stop(span);
                }

                if (after.Again is { } again)
                {
                    envelope = again;
                    continue;
                }

                finished(envelope, Stopwatch.GetElapsedTime(begun));
                (envelope, following) = (following, null);
            }
        }
        finally
        {
            // Only after something unexpected, such as a log that cannot be written to: the messages are put down here, and found again in the table.
            if (after.Begun is { } session)
                await session.CloseAsync();
            if (envelope is not null)
                finished(envelope, TimeSpan.Zero);
            if (following is not null)
                finished(following, TimeSpan.Zero);
        }
    }

    /// <param name="envelope">The message.</param>
    /// <param name="before">What the one before it left, or the attempt before this.</param>
    /// <param name="follow">Gives the message to begin with the commit of this one; null where there is none.</param>
    /// <param name="span">The attempt in its trace.</param>
    /// <param name="abandon">Cancelled when the process can wait no longer.</param>
    private async Task<Outcome> TryAsync(Envelope envelope, Outcome before, Func<Envelope?> follow, Activity? span, CancellationToken abandon)
    {
        var begun = Stopwatch.GetTimestamp();
        var session = before.Begun;
        var isBegun = false;
        Exception failure;
        try
        {
            if (session is null)
            {
                session = await Session.OpenAsync(dataSource, abandon);
                if (!await BeginAsync(session, envelope, before.Broken, abandon))
                {
                    logger.LogInformation("{MessageType} {EnvelopeId} was taken over by another node before it was begun here", envelope.MessageType, envelope.Id);
                    await session.CloseAsync();
                    return default;
                }
            }

            isBegun = true;
            var context = new MessageContext(envelope, session.Connection, session.Transaction, outbox);
            try
            {
                await CallHandlersAsync(context, abandon);
            }
            finally
            {
                // What a handler started and did not await would be part of the next message's transaction.
                context.Close();
            }

            var isNextBegun = await CommitAsync(session, follow());
            MessagingTelemetry.Handled(envelope, Stopwatch.GetElapsedTime(begun));
            if (context.HasSent)
                outbox.Wake();
            if (isNextBegun)
                return new Outcome(Begun: session);
            var lost = ProcessOfBroken(session);
            await session.CloseAsync();
            return new Outcome(Broken: lost);
        }
        catch (Exception) when (abandon.IsCancellationRequested)
        {
            logger.LogInformation("Released {MessageType} {EnvelopeId}: the process is stopping", envelope.MessageType, envelope.Id);
            if (session is not null)
                await session.CloseAsync();
            return default;
        }
        catch (Exception problem)
        {
            failure = problem;
        }

        var broken = ProcessOfBroken(session) ?? (isBegun ? null : before.Broken);
        // Where there is no connection, or it is lost before a handler is called, the message has no part in it.
        var isBlameless = !isBegun && (session is null or { IsBroken: true } || failure is NpgsqlException { IsTransient: true });
        // With it whatever the handler did is undone.
        if (session is not null)
            await session.CloseAsync();
        if (isBlameless)
        {
            logger.LogWarning(
                "{MessageType} {EnvelopeId} cannot be begun ({Exception}); trying again in {Pause}", envelope.MessageType, envelope.Id, failure.GetType().Name, PauseBeforeBeginningAgain);
            await Task.Delay(PauseBeforeBeginningAgain, abandon).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new Outcome(Again: envelope, Broken: broken);
        }

        var after = envelope.AfterFailure();
        var step = options.Policies.Next(after.MessageType, failure, after.Attempts);
        MessagingTelemetry.Failed(after, failure, step, Stopwatch.GetElapsedTime(begun), span);
        Report(step, after, failure);
        var isStillHere = await RecordAsync(() => statements.Record(step, after, node.Id, clock.Now, failure), broken, abandon);
        return new Outcome(Again: isStillHere && step.Kind == FailureStep.What.RetryNow ? after : null);
    }

    /// <summary>What broke on this side may be open on the other, in a transaction that holds the message.</summary>
    private static int? ProcessOfBroken(Session? session) => session is { IsBroken: true } ? session.ServerProcess : null;

    private async Task<bool> BeginAsync(Session session, Envelope envelope, int? broken, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
        if (broken is { } process)
            batch.BatchCommands.Add(NodeStatements.EndSessionOf(node.Id, process));
        batch.BatchCommands.Add(statements.Begin(envelope, node.Id));
        await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (broken is not null)
            await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    /// <summary>
    /// Commits, and begins the next. PostgreSQL answers COMMIT in a failed transaction with a rollback and no error, and outside one with a warning; a handler
    /// that hid an error from us, or ended the transaction itself, would seem to have done its work. A savepoint is refused in both cases.
    /// </summary>
    /// <returns>Whether the transaction is now that of the next.</returns>
    private async Task<bool> CommitAsync(Session session, Envelope? next)
    {
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction) { BatchCommands = { new NpgsqlBatchCommand("SAVEPOINT handled") } };
        // It counts from the end of its transaction: after this one's, that would be the next one's.
        if (next is not null && _resets)
            batch.BatchCommands.Add(new NpgsqlBatchCommand("UNLISTEN *"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        if (next is not null)
        {
            foreach (var statement in _resets ? Reset : NoReset)
                batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
            batch.BatchCommands.Add(statements.Begin(next, node.Id));
        }

        // Not cancellable: the work is done, and a commit cut short would leave us guessing whether it counts.
        await batch.PrepareAsync(CancellationToken.None);
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        if (next is null)
            return false;

        // The first of what comes between is answered, so the commit has come through.
        try
        {
            return await reader.NextResultAsync(CancellationToken.None) && await reader.ReadAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // What is wrong with the next shows when it is begun alone.
            return false;
        }
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
    private async Task<bool> RecordAsync(Func<NpgsqlBatchCommand> outcome, int? broken, CancellationToken abandon)
    {
        while (!abandon.IsCancellationRequested)
        {
            try
            {
                await using var batch = dataSource.CreateBatch();
                if (broken is { } process)
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

    /// <summary>What an attempt leaves to the next.</summary>
    /// <param name="Again">The message, where it is to be tried again at once.</param>
    /// <param name="Begun">The connection whose transaction has taken out the next message already.</param>
    /// <param name="Broken">The server's process of a connection that broke, which may still hold the next message.</param>
    private readonly record struct Outcome(Envelope? Again = null, Session? Begun = null, int? Broken = null);

    private sealed class Session
    {
        private Session(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
            (Connection, Transaction, ServerProcess) = (connection, transaction, connection.ProcessID);

        public NpgsqlConnection Connection { get; }

        public NpgsqlTransaction Transaction { get; }

        public int ServerProcess { get; }

        public bool IsBroken => Connection.State is not ConnectionState.Open;

        public static async Task<Session> OpenAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
        {
            var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            // Nothing is sent yet: it goes with the first statement.
            return new Session(connection, await connection.BeginTransactionAsync(cancellationToken));
        }

        /// <summary>Closes the connection with whatever a handler has left open, and rolls back what is not committed.</summary>
        public async Task CloseAsync()
        {
            try
            {
                await Connection.DisposeAsync();
            }
            catch (Exception)
            {
                // It broke, so the server rolls back by itself.
            }
        }
    }
}
