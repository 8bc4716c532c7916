using System.Diagnostics;
using Npgsql;

namespace EventStore;

/// <summary>One rebuild of one projection, by whichever process was asked.</summary>
internal abstract class ProjectionRebuild(DocumentStore store, EventProcessor processor, IProgress<RebuildProgress>? progress)
{
    private const int ProgressIntervalMilliseconds = 100;

    private readonly long _begun = Stopwatch.GetTimestamp();
    private long _toldAt;
    private long _handled;
    private double _fraction;

    protected DocumentStore Store => store;
    protected EventProcessor Processor => processor;

    /// <summary>Whether those who append write what is rebuilt, and not the daemon.</summary>
    protected bool IsInline { get; } = store.Projections.Inline.Contains(processor);

    public static string KeyOf(DocumentStore store, string projectionName) => $"EventStore:{store.Options.DatabaseSchemaName}:rebuild:{projectionName}";

    public static bool IsPossible(EventProcessor processor) => processor is CustomProcessor { Tables.Count: > 0 } || processor.CreateBuild(isBeside: true) is not null;

    public static async Task RunAsync(
        DocumentStore store, EventProcessor processor, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        ProjectionRebuild rebuild = processor.CreateBuild(isBeside: true) is { } build
            ? new RebuildBeside(store, processor, build, progress)
            : new RebuildInPlace(store, processor, TablesOf(processor), progress);
        var turn = new AdvisoryLock(KeyOf(store, processor.Name));
        await using var following = store.HighWater.Follow().ConfigureAwait(false);
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (!await turn.TryTakeAsync(connection, cancellationToken).ConfigureAwait(false))
            throw new InvalidStoreUseException("PROJECTION_REBUILDING", $"'{processor.Name}' is being rebuilt by somebody else. Wait until that has ended.");
        try
        {
            using var observed = store.Telemetry.Observe(rebuild.Measure);
            await rebuild.RunAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await turn.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    protected abstract Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken);

    /// <summary>The log from a position up to another, reading the next page while the caller is busy with the one before.</summary>
    protected async IAsyncEnumerable<EventPage> PagesAsync(
        long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in LogReader.PagesAsync(store, after, upTo, LogReader.PageSize, processor.Aliases, cancellationToken).ConfigureAwait(false))
        {
            yield return page;
            Tell(page, upTo);
        }
    }

    /// <summary>Locks what says how far the projection is, so that it stands still until the transaction ends, and says how far.</summary>
    protected async Task<long> HoldCheckpointAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var checkpoint = new Checkpoint(store.DaemonSql, processor.ProgressName, store.Options.TimeProvider);
        await checkpoint.StartAsync(connection, 0, cancellationToken).ConfigureAwait(false);
        return checkpoint.Position;
    }

    /// <summary>What the end of a rebuild writes for the daemon: go on from here, without the dead letters of before, paused or not.</summary>
    protected IEnumerable<NpgsqlBatchCommand> HandOver(long reached)
    {
        yield return Command(store.DaemonSql.DeleteDeadLettersOf, Parameter.Of(processor.Name));
        if (IsInline) yield break;
        yield return Command(store.DaemonSql.PlaceCheckpoint, Parameter.Of(processor.ProgressName), Parameter.Of(reached));
        yield return Command(store.DaemonSql.Resume, Parameter.Of(processor.Name));
    }

    protected static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    protected static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<string> TablesOf(EventProcessor processor) =>
        processor is CustomProcessor { Tables: { Count: > 0 } tables }
            ? tables
            : throw new InvalidStoreUseException(
                "PROJECTION_CANNOT_REBUILD", $"'{processor.Name}' keeps no documents and names no tables of its own (IProjection.Tables), so the store does not know what to make anew.");

    private DaemonMeasurement Measure() => new(-1, [new ProjectionMeasurement(processor.Name, null, null, Volatile.Read(ref _fraction))]);

    private void Tell(EventPage page, long upTo)
    {
        _handled += page.Events.Count;
        if (upTo == long.MaxValue) return;
        Volatile.Write(ref _fraction, (double)page.Reached / upTo);
        if (progress is null || (page.Reached < upTo && Environment.TickCount64 - _toldAt < ProgressIntervalMilliseconds)) return;
        _toldAt = Environment.TickCount64;
        progress.Report(new RebuildProgress(processor.Name, page.Reached, upTo, _handled / Stopwatch.GetElapsedTime(_begun).TotalSeconds));
    }
}
