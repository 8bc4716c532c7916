using Npgsql;

namespace EventStore;

/// <summary>
/// Hands one event again to what could not handle it. The transaction begins by touching the checkpoint's row: no page commits meanwhile, and one that
/// was computed from the documents as they were before fails and is computed again.
/// </summary>
internal sealed class DeadLetterReplay(DocumentStore store, EventProcessor processor, DeadLetter letter)
{
    private DaemonSql Sql => store.DaemonSql;

    /// <summary>False when the dead letter is gone by now.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var checkpoint = new Checkpoint(Sql, processor.ProgressName, store.Options.TimeProvider);
        await checkpoint.StartAsync(connection, 0, cancellationToken).ConfigureAwait(false);
        if (!await DeleteAsync(connection, cancellationToken).ConfigureAwait(false)) return false;

        var batch = new WriteBatch(store, Tenancy.DefaultTenantId);
        try
        {
            var e = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
            var events = processor.Forget(e) is { } forget
                ? await ForgetStreamAsync(connection, forget, e, checkpoint.Position, cancellationToken).ConfigureAwait(false)
                : [e];
            await processor.ProcessAsync(connection, events, batch, cancellationToken).ConfigureAwait(false);
            await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception wrong) when (!cancellationToken.IsCancellationRequested && !TransientFailure.Is(wrong))
        {
            throw new DeadLetterReplayException(letter, store.Failures.SummaryOf(wrong), wrong);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        if (batch.HasAppends) store.Committed();
        return true;
    }

    private async Task<bool> DeleteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.DeleteDeadLetter, connection);
        command.Parameters.Add(Parameter.Of(letter.Id));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    private async Task<IEvent> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.ReadEvent, connection);
        command.Parameters.Add(Parameter.Of(letter.EventSequence));
        return await LogReader.ReadAsync(store, command, cancellationToken).ConfigureAwait(false) switch
        {
            [UnreadableEvent unreadable] => throw unreadable.Failure,
            [var e] => e,
            _ => throw new InvalidStoreUseException(
                "DEAD_LETTER_EVENT_GONE", $"Event {letter.EventSequence} is not in the log any more. Discard the dead letter."),
        };
    }

    /// <summary>The stream's events as far as they have been passed, without those that are dead letters still, to be folded anew.</summary>
    private async Task<List<IEvent>> ForgetStreamAsync(
        NpgsqlConnection connection, NpgsqlBatchCommand forget, IEvent e, long upTo, CancellationToken cancellationToken)
    {
        await using (var batch = new NpgsqlBatch(connection) { BatchCommands = { forget } })
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);

        var others = await OtherDeadLettersAsync(connection, cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(Sql.ReadStreamUpTo, connection);
        command.Parameters.Add(Identity.Of(e).ToParameter());
        command.Parameters.Add(Parameter.Of(e.TenantId));
        command.Parameters.Add(Parameter.Of(upTo));
        var events = await LogReader.ReadAsync(store, command, cancellationToken).ConfigureAwait(false);
        return [.. events.Where(one => processor.AliasSet?.Contains(one.EventTypeName) != false && !others.Contains(one.Sequence))];
    }

    private async Task<HashSet<long>> OtherDeadLettersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var sequences = new HashSet<long>();
        await using var command = new NpgsqlCommand(Sql.DeadLetterSequences, connection);
        command.Parameters.Add(Parameter.Of(processor.Name));
        command.Parameters.Add(Parameter.Of(letter.Id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) sequences.Add(reader.GetInt64(0));
        return sequences;
    }
}
