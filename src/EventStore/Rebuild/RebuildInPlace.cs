using Npgsql;

namespace EventStore;

/// <summary>Empties and fills tables that only their projection knows, in one transaction: readers see the old rows until it commits.</summary>
internal sealed class RebuildInPlace(DocumentStore store, EventProcessor processor, IReadOnlyList<string> tables, IProgress<RebuildProgress>? progress)
    : ProjectionRebuild(store, processor, progress)
{
    protected override async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var mark = await Store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false);
        // The tables before the checkpoint, in the order in which a page of the daemon writes them: taken the other way round, each could wait for the other.
        await ExecuteAsync(connection, $"lock table {string.Join(", ", tables)} in share row exclusive mode", cancellationToken).ConfigureAwait(false);
        var reached = IsInline ? long.MaxValue : Math.Max(mark, await HoldCheckpointAsync(connection, cancellationToken).ConfigureAwait(false));
        foreach (var table in tables) await ExecuteAsync(connection, $"delete from {table}", cancellationToken).ConfigureAwait(false);

        await foreach (var page in PagesAsync(0, reached, cancellationToken).ConfigureAwait(false))
            await ApplyAsync(connection, page.Events, cancellationToken).ConfigureAwait(false);

        var batch = new WriteBatch(Store, Tenancy.DefaultTenantId);
        foreach (var command in HandOver(reached)) batch.Add(command);
        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task ApplyAsync(NpgsqlConnection connection, List<IEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0) return;
        try
        {
            if (events.OfType<UnreadableEvent>().FirstOrDefault() is { } unreadable) throw unreadable.Failure;
            var batch = new WriteBatch(Store, Tenancy.DefaultTenantId);
            await Processor.ProcessAsync(connection, events, batch, cancellationToken).ConfigureAwait(false);
            await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception wrong) when (!cancellationToken.IsCancellationRequested && !TransientFailure.Is(wrong))
        {
            var sequence = wrong is EventDeserializationException unread ? unread.Sequence : events[0].Sequence;
            throw new RebuildFailedException(Processor.Name, sequence, Store.Failures.SummaryOf(wrong), wrong);
        }
    }
}
