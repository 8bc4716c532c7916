using System.Diagnostics;
using Messaging.Diagnostics;
using Messaging.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Runtime;

/// <summary>
/// Says again and again that this node is there, and watches the others. One that has been silent for as long as the options say is given up:
/// its transactions are ended, which frees what they have locked, and its messages are taken over. Silence is measured by the watcher's own steady
/// clock, and only for as long as it is itself answered in time, so neither clocks that disagree nor an outage of the database make anybody dead. It has
/// a connection of its own, so that it need not wait where the pool has none to give.
/// </summary>
internal sealed class NodeAgent(
    NpgsqlDataSource dataSource,
    NodeStatements nodes,
    EnvelopeStatements envelopes,
    ThisNode self,
    WakeSignals wake,
    MessagingOptions options,
    MessagingClock clock,
    ILogger logger)
{
    private const int BeatsInTimeout = 5;

    private readonly Dictionary<Guid, Seen> _others = [];
    private readonly TimeSpan _pause = options.NodeTimeout / BeatsInTimeout;
    private readonly int _longestLookInSeconds = (int)Math.Ceiling(options.NodeTimeout.TotalSeconds / 2);
    private long _lookedAt = Stopwatch.GetTimestamp();

    public async Task RunAsync(CancellationToken stop)
    {
        var givingUp = Task.CompletedTask;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(stop);
                while (true)
                {
                    var silent = await BeatAsync(connection, stop);
                    // Beside the signs of life: it may wait for the sessions it ends.
                    if (silent.Count > 0 && givingUp.IsCompleted)
                        givingUp = GiveUpAsync(silent, stop);
                    await Task.Delay(_pause, stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                // Whoever cannot look does not know how long the others have been silent.
                _others.Clear();
                logger.LogWarning("The node {Node} cannot say that it is there ({Exception}); trying again in {Pause}", self.Name, failure.GetType().Name, _pause);
            }

            await Task.Delay(_pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await givingUp;
    }

    /// <summary>Gives back what this node has, and leaves. What a handler still holds that does not heed its token is taken over by the others.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (!self.Joined.IsCompleted)
            return;
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(nodes.Release(self.Id));
        batch.BatchCommands.Add(nodes.Leave(self.Id));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"NOTIFY \"{options.Schema}\""));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Those that have been silent for too long.</returns>
    private async Task<List<(Guid Id, string Name, long? Beat)>> BeatAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var silent = new List<(Guid, string, long?)>();
        var present = new HashSet<Guid>();
        await using var batch = new NpgsqlBatch(connection) { Timeout = _longestLookInSeconds };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(EnvelopeStatements.InPassing));
        batch.BatchCommands.Add(nodes.Beat(self.Id, self.Name));
        batch.BatchCommands.Add(nodes.Others(self.Id));
        batch.BatchCommands.Add(nodes.Orphans());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        // A look that was answered late says little of the time it took: the signs of the others may have been held up with it.
        var since = Stopwatch.GetElapsedTime(_lookedAt);
        var passed = since < _pause * 2 ? since : _pause * 2;
        _lookedAt = Stopwatch.GetTimestamp();
        await reader.NextResultAsync(cancellationToken);
        var isNew = await reader.ReadAsync(cancellationToken) && reader.GetInt64(0) == 1;
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (id, name, beat) = (reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2));
            present.Add(id);
            var seen = _others[id] = _others.TryGetValue(id, out var last) && last.Beat == beat ? last with { Silence = last.Silence + passed } : new Seen(beat, TimeSpan.Zero);
            if (seen.Silence >= options.NodeTimeout)
                silent.Add((id, name, beat));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetGuid(0) is var orphaned && orphaned != self.Id)
                silent.Add((orphaned, $"{orphaned}", null));
        }

        foreach (var gone in _others.Keys.Except(present).ToList())
            _others.Remove(gone);
        self.HasBeaten();
        // One that was given up could claim nothing until now, whoever woke it.
        if (isNew)
            wake.WakeHere();
        return silent;
    }

    private async Task GiveUpAsync(IReadOnlyList<(Guid Id, string Name, long? Beat)> silent, CancellationToken stop)
    {
        foreach (var (id, name, beat) in silent)
        {
            try
            {
                await GiveUpAsync(id, name, beat, stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning("The messages of the node {Node} cannot be taken over ({Exception}); trying again", name, failure.GetType().Name);
            }
        }
    }

    private async Task GiveUpAsync(Guid id, string name, long? beat, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (beat is { } last && !await ExistsAsync(nodes.Lock(id, last)))
            return;

        if (beat is not null)
            logger.LogWarning("The node {Node} has been silent for {Timeout}: its messages are taken over", name, options.NodeTimeout);
        await EndSessionsAsync(id, cancellationToken);
        var owned = new List<Envelope>();
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { nodes.Owned(id) } })
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                owned.Add(EnvelopeStatements.Read(reader));
        }

        await using var record = new NpgsqlBatch(connection, transaction);
        foreach (var envelope in owned)
        {
            var after = envelope.AfterLoss();
            var step = options.Policies.NextAfterLoss(envelope.MessageType, after.Interruptions);
            // There is nobody left to try it at once.
            if (step.Kind == FailureStep.What.RetryNow)
                step = FailureStep.Schedule(TimeSpan.Zero);
            var lost = new NodeLostException(name);
            record.BatchCommands.Add(envelopes.Record(step, after, id, clock.Now, lost));
            MessagingTelemetry.Failed(after, lost, step);
        }

        record.BatchCommands.Add(nodes.Leave(id));
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (owned.Count > 0)
            wake.WakeEverywhere();

        async Task<bool> ExistsAsync(NpgsqlBatchCommand question)
        {
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { question } };
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken);
        }
    }

    private async Task EndSessionsAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var end = dataSource.CreateBatch();
            end.BatchCommands.Add(NodeStatements.EndSessionsOf(id));
            await end.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException refused)
        {
            logger.LogWarning("The connections of a silent node cannot be ended ({SqlState}): what it has locked stays locked until PostgreSQL finds out", refused.SqlState);
        }
    }

    private readonly record struct Seen(long Beat, TimeSpan Silence);
}
