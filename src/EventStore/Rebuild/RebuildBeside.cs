using Npgsql;

namespace EventStore;

/// <summary>
/// Builds documents or rows in a table beside the one that is read, and in the end writes over what differs. How far it is lies in
/// mt_event_progression and moves with what it writes, so that it goes on there when it was cut off.
/// </summary>
internal sealed class RebuildBeside(DocumentStore store, EventProcessor processor, ProjectionBuild build, IProgress<RebuildProgress>? progress)
    : ProjectionRebuild(store, processor, progress)
{
    private const int MaxUnwritten = 50_000;
    private const int WriteIntervalMilliseconds = 10_000;

    private readonly string _progressName = $"{processor.Name}:Rebuild:{processor.CodeVersion}";
    private readonly string _skippedName = $"{processor.Name}:Rebuild";
    private readonly ErrorHandlingOptions _errors = processor.Options.Errors ?? store.Options.Projections.Errors;
    private long _position;
    private long _written;
    private long _writtenAt;

    protected override async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await PrepareAsync(connection, cancellationToken).ConfigureAwait(false);
        do
        {
            await CatchUpAsync(connection, await Store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        while (!await TryExchangeAsync(connection, cancellationToken).ConfigureAwait(false));
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var progress = new NpgsqlCommand(Store.Sql.ReadProgress, connection) { Parameters = { Parameter.Of(_progressName) } })
        {
            if (await progress.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long kept)
            {
                _position = _written = kept;
                return;
            }
        }

        // Whatever other code has begun is of no use.
        var batch = new WriteBatch(Store, Tenancy.DefaultTenantId);
        batch.Add(Command(Store.DaemonSql.DeleteCheckpoints, Parameter.Of($"{Processor.Name}:Rebuild:")));
        batch.Add(Command(Store.DaemonSql.DeleteDeadLettersOf, Parameter.Of(_skippedName)));
        batch.Add(new NpgsqlBatchCommand(build.Table.Drop));
        batch.Add(new NpgsqlBatchCommand(build.Table.Create));
        batch.Add(MoveTo(0));
        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        build.StartEmpty();
    }

    private async Task CatchUpAsync(NpgsqlConnection connection, long target, CancellationToken cancellationToken)
    {
        _writtenAt = Environment.TickCount64;
        await foreach (var page in PagesAsync(_position, target, cancellationToken).ConfigureAwait(false))
        {
            if (await TryApplyAsync(connection, page.Events, cancellationToken).ConfigureAwait(false) is not null)
            {
                await RestoreAsync(connection, cancellationToken).ConfigureAwait(false);
                await ApplyCarefullyAsync(connection, page.Events, cancellationToken).ConfigureAwait(false);
            }

            _position = page.Reached;
            if (build.Unwritten >= MaxUnwritten || Environment.TickCount64 - _writtenAt >= WriteIntervalMilliseconds)
                await WriteAsync(connection, _position, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Null, or why the events cannot be applied; nothing of what is in memory is then of use.</summary>
    private async Task<Exception?> TryApplyAsync(NpgsqlConnection connection, List<IEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            if (events.OfType<UnreadableEvent>().FirstOrDefault() is { } unreadable) return unreadable.Failure;
            if (events.Count > 0) await build.ApplyAsync(connection, events, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception wrong) when (!cancellationToken.IsCancellationRequested && !TransientFailure.Is(wrong))
        {
            return wrong;
        }
    }

    /// <summary>After a failure in the middle of a page: everything before the page once more, and then written.</summary>
    private async Task RestoreAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        build.Forget();
        await foreach (var page in PagesAsync(_written, _position, cancellationToken).ConfigureAwait(false))
            await build.ApplyAsync(connection, page.Events, cancellationToken).ConfigureAwait(false);
        await WriteAsync(connection, _position, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In halves, until the event that fails is alone.</summary>
    private async Task ApplyCarefullyAsync(NpgsqlConnection connection, List<IEvent> events, CancellationToken cancellationToken)
    {
        var wrong = await TryApplyAsync(connection, events, cancellationToken).ConfigureAwait(false);
        if (wrong is null)
        {
            await WriteAsync(connection, events[^1].Sequence, cancellationToken).ConfigureAwait(false);
            return;
        }

        build.Forget();
        if (events.Count > 1)
        {
            var half = events.Count / 2;
            await ApplyCarefullyAsync(connection, events[..half], cancellationToken).ConfigureAwait(false);
            await ApplyCarefullyAsync(connection, events[half..], cancellationToken).ConfigureAwait(false);
            return;
        }

        var e = events[0];
        if (!(e is UnreadableEvent ? _errors.SkipSerializationErrors : _errors.SkipApplyErrors)) throw new RebuildFailedException(Processor.Name, e.Sequence, Store.Failures.SummaryOf(wrong), wrong);
        var batch = new WriteBatch(Store, Tenancy.DefaultTenantId);
        batch.Add(DeadLetter.For(_skippedName, e, wrong, Store.Failures, Store.Options.TimeProvider.GetUtcNow()).Keep(Store.DaemonSql));
        batch.Add(MoveTo(e.Sequence));
        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        _written = e.Sequence;
        Store.Telemetry.DeadLettered(Processor.Name, wrong);
    }

    private async Task WriteAsync(NpgsqlConnection connection, long reached, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(Store, Tenancy.DefaultTenantId);
        build.WriteInto(batch);
        batch.Add(MoveTo(reached));
        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        (_written, _writtenAt) = (reached, Environment.TickCount64);
    }

    /// <summary>False when an event that came last cannot be applied: it is then dealt with before the next attempt.</summary>
    private async Task<bool> TryExchangeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);

        // Inline, whoever holds an event back holds it until we let go, and then finds its document changed and makes it again: what is visible now is enough.
        long reached;
        if (IsInline)
        {
            await ExecuteAsync(connection, build.Table.KeepWritersOut, cancellationToken).ConfigureAwait(false);
            reached = long.MaxValue;
        }
        else
        {
            reached = Math.Max(await HoldCheckpointAsync(connection, cancellationToken).ConfigureAwait(false), Store.HighWater.Mark);
        }

        await foreach (var page in PagesAsync(_position, reached, cancellationToken).ConfigureAwait(false))
        {
            if (await TryApplyAsync(connection, page.Events, cancellationToken).ConfigureAwait(false) is null) continue;
            build.Forget();
            _position = _written;
            return false;
        }

        var batch = new WriteBatch(Store, Tenancy.DefaultTenantId);
        build.WriteInto(batch);
        foreach (var statement in build.Table.Adopt) batch.Add(new NpgsqlBatchCommand(statement));
        foreach (var command in HandOver(Math.Max(reached, _position))) batch.Add(command);
        batch.Add(Command(Store.DaemonSql.AdoptDeadLetters, Parameter.Of(_skippedName), Parameter.Of(Processor.Name)));
        batch.Add(Command(Store.DaemonSql.DeleteCheckpoints, Parameter.Of($"{Processor.Name}:Rebuild:")));
        batch.Add(new NpgsqlBatchCommand(build.Table.Drop));
        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private NpgsqlBatchCommand MoveTo(long position) => Command(Store.Sql.RaiseProgress, Parameter.Of(_progressName), Parameter.Of(position));
}
