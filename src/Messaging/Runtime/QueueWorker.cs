using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Messaging.Diagnostics;
using Messaging.Handling;
using Messaging.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Runtime;

/// <summary>
/// Handles the messages of one queue, as many at a time as it is told, until told to stop. Nothing that goes wrong ends it. It claims several
/// at once, but no more than it handles in a moment: what it has in hand, no other node can do.
/// </summary>
internal sealed class QueueWorker(
    QueueOptions queue,
    NpgsqlDataSource dataSource,
    EnvelopeStatements statements,
    MessageProcessor processor,
    ThisNode node,
    WakeSignals signals,
    MessagingOptions options,
    MessagingClock clock,
    MessagingTelemetry telemetry,
    ILogger logger)
{
    private const int MostAhead = 100;

    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWaitInHand = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGivingBack = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReleaseUnknownEvery = TimeSpan.FromSeconds(5);

    private readonly WakeSignal _wake = signals.Queue(queue.Name);
    private readonly Channel<Envelope> _claimed = Channel.CreateUnbounded<Envelope>(new UnboundedChannelOptions { SingleWriter = true });
    private readonly ConcurrentDictionary<Guid, Envelope> _inHand = new();
    private int _count;
    private volatile bool _waitsForRoom;
    private double _seconds = Ahead.TotalSeconds;
    private long _releasedUnknown = Stopwatch.GetTimestamp();

    /// <param name="stop">Cancelled when no further message may be begun; those begun are finished.</param>
    /// <param name="abandon">Cancelled when those must be let go too.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        await node.Joined.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var handling = Enumerable.Range(0, queue.Parallelism).Select(_ => Task.Run(() => HandleAsync(stop, abandon), CancellationToken.None)).ToList();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _wake.WaitAsync(await ClaimAsync(stop), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (PostgresException race) when (race.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                // Another node claimed a message with the same key at the same moment.
            }
            catch (Exception failure)
            {
                Report(failure);
                // The claim may have come through although its answer did not.
                _releasedUnknown = 0;
                await Task.Delay(PauseAfterTrouble, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll([GiveBackAsync(abandon), .. handling]);
    }

    /// <summary>Claims what there is room for.</summary>
    /// <returns>How long nothing needs to be done, unless somebody wakes this.</returns>
    private async Task<TimeSpan> ClaimAsync(CancellationToken stop)
    {
        if (PutDownWhatIsStuck() || Stopwatch.GetElapsedTime(_releasedUnknown) > ReleaseUnknownEvery)
            await ReleaseUnknownAsync(stop);

        // Set before it is looked at: who makes room after the look sees it.
        _waitsForRoom = true;
        var ahead = (int)Math.Min(MostAhead, queue.Parallelism * Ahead.TotalSeconds / Volatile.Read(ref _seconds));
        var count = Volatile.Read(ref _count);
        if (count > 0 && count >= queue.Parallelism + (ahead / 2))
            return options.PollingInterval;
        _waitsForRoom = false;

        var most = queue.Parallelism + ahead - count;
        var (claimed, nextDue) = await ClaimAsync(most, stop);
        foreach (var envelope in claimed)
        {
            _inHand[envelope.Id] = envelope;
            telemetry.HasInHand(queue.Name, Interlocked.Increment(ref _count));
            _claimed.Writer.TryWrite(envelope);
        }

        if (claimed.Count == most)
            return TimeSpan.Zero;
        return nextDue is { } wait && wait < options.PollingInterval ? wait : options.PollingInterval;
    }

    private async Task<(List<Envelope> Claimed, TimeSpan? NextDue)> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var mayTakeSuspect = node.TryTakeSuspect();
        var hasSuspect = false;
        try
        {
            var found = await ClaimAsync(most, mayTakeSuspect, cancellationToken);
            hasSuspect = found.Claimed.Exists(envelope => envelope.Interruptions > 0);
            return found;
        }
        finally
        {
            if (mayTakeSuspect && !hasSuspect)
                node.PutDownSuspect();
        }
    }

    private async Task<(List<Envelope> Claimed, TimeSpan? NextDue)> ClaimAsync(int most, bool withSuspect, CancellationToken cancellationToken)
    {
        var claimed = new List<Envelope>(most);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in statements.Claim(queue.Name, clock.Now, most, node.Id, withSuspect))
            batch.BatchCommands.Add(command);
        await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            claimed.Add(EnvelopeStatements.Read(reader, withWait: true));
        await reader.NextResultAsync(cancellationToken);
        TimeSpan? nextDue = await reader.ReadAsync(cancellationToken) ? reader.GetTimeSpan(0) : null;
        claimed.Sort(static (one, other) => (one.ExecutionTime, one.Position).CompareTo((other.ExecutionTime, other.Position)));
        return (claimed, nextDue);
    }

    /// <summary>What waits here behind a message that takes unusually long, another node could do. This node forgets it, so that it is released with the unknown.</summary>
    private bool PutDownWhatIsStuck()
    {
        if (!_claimed.Reader.TryPeek(out var next) || Stopwatch.GetElapsedTime(next.ClaimedTimestamp) < LongestWaitInHand)
            return false;

        while (_claimed.Reader.TryRead(out var envelope))
            PutDown(envelope);
        // Until something is finished, nothing is claimed ahead.
        Volatile.Write(ref _seconds, Math.Max(Volatile.Read(ref _seconds), LongestWaitInHand.TotalSeconds));
        return true;
    }

    private async Task ReleaseUnknownAsync(CancellationToken cancellationToken)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(statements.ReleaseUnknown(node.Id, queue.Name, [.. _inHand.Keys]));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        _releasedUnknown = Stopwatch.GetTimestamp();
    }

    /// <summary>Lets the other nodes have at once what this one has claimed and not begun.</summary>
    private async Task GiveBackAsync(CancellationToken abandon)
    {
        while (_claimed.Reader.TryRead(out var envelope))
            PutDown(envelope);
        if (!node.Joined.IsCompleted)
            return;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(abandon);
            patience.CancelAfter(LongestGivingBack);
            await ReleaseUnknownAsync(patience.Token);
            signals.OtherProcesses.Set();
        }
        catch (Exception failure)
        {
            logger.LogWarning("What the queue {Queue} has not begun could not be given back at once ({Exception})", queue.Name, failure.GetType().Name);
        }
    }

    private async Task HandleAsync(CancellationToken stop, CancellationToken abandon)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (true)
                    await processor.HandleAsync(await _claimed.Reader.ReadAsync(stop), Next, Finished, abandon);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // What was claimed and not begun is given back.
            }
            catch (Exception unexpected)
            {
                Report(unexpected);
                await Task.Delay(PauseAfterTrouble, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        Envelope? Next() => !stop.IsCancellationRequested && _claimed.Reader.TryRead(out var next) ? next : null;
    }

    private void Finished(Envelope envelope, TimeSpan took)
    {
        // A moving average, in which the last ten or so count. Several slots may write it at once; it need not be exact.
        Volatile.Write(ref _seconds, (0.9 * Volatile.Read(ref _seconds)) + (0.1 * took.TotalSeconds));
        PutDown(envelope);
        // The next with its key is free now.
        if (_waitsForRoom || envelope.PartitionKey is not null)
            _wake.Set();
    }

    private void PutDown(Envelope envelope)
    {
        _inHand.TryRemove(envelope.Id, out _);
        if (envelope.Interruptions > 0)
        {
            // The next may be in any queue.
            node.PutDownSuspect();
            signals.WakeHere();
        }

        telemetry.HasInHand(queue.Name, Interlocked.Decrement(ref _count));
    }

    private void Report(Exception failure)
    {
        try
        {
            if (failure is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName })
                logger.LogError("The queue {Queue} cannot be read: the tables are missing or old. Call MessagingSchema.ApplyAsync at start-up", queue.Name);
            else
                logger.LogError(failure, "The queue {Queue} cannot be worked on; trying again in {Pause}", queue.Name, PauseAfterTrouble);
        }
        catch (Exception)
        {
            // A log that cannot be written to is no reason to stand still.
        }
    }
}
