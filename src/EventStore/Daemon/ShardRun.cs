using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventStore;

/// <summary>
/// Takes one projection or subscription along the log while this process owns it. The connection that holds its lock is the one that writes.
/// A page's writes, or the dead letter of an event that is skipped, commit together with the checkpoint that passes them.
/// </summary>
internal sealed class ShardRun(DocumentStore store, EventProcessor processor, ShardProgress progress, DaemonControl control, NpgsqlConnection connection)
{
    private const int MaxUnwritten = 10_000;

    private static readonly TimeSpan KeepInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WriteInterval = TimeSpan.FromMilliseconds(500);

    private readonly ErrorHandlingOptions _errors = processor.Options.Errors ?? store.Options.Projections.Errors;
    private readonly Checkpoint _checkpoint = new(store.DaemonSql, processor.ProgressName, store.Options.TimeProvider);
    private readonly PageLimit _limit = new(store.Projections.BatchSize);
    private long _failingSequence;
    private int _failures;
    private int _skipsInARow;
    private long _carefulUpTo;

    /// <summary>Runs until it is paused or cancelled. Failures that are not those of an event are thrown.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var feed = new EventFeed(store, processor);
        var present = processor.Options.StartsFromPresent
            ? await store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false)
            : processor.Options.StartsAfter;
        await _checkpoint.StartAsync(connection, present, cancellationToken).ConfigureAwait(false);
        progress.MoveTo(_checkpoint.Position);
        var keptAt = Environment.TickCount64;
        while (true)
        {
            var news = Task.WhenAny(store.Recent.Grown, control.Changed);
            if (control.PauseOf(processor.Name) is not null) return;
            if (progress.Position >= _carefulUpTo && feed.IsFarBehind(progress.Position) && processor.CreateBuild(isBeside: false) is { } build)
            {
                await CatchUpAsync(build, cancellationToken).ConfigureAwait(false);
                keptAt = Environment.TickCount64;
                continue;
            }

            var page = await feed.ReadAsync(progress.Position, _limit.Current, cancellationToken).ConfigureAwait(false);
            if (page.Reached == progress.Position)
            {
                progress.Succeed();
                if (progress.Position == _checkpoint.Position)
                {
                    await news.WaitAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                await AsyncSignal.WaitAsync(news, KeepInterval, cancellationToken).ConfigureAwait(false);
            }

            // A page without events of ours moves on in memory; to write that down each time would cost a commit for nothing.
            var reached = page.Reached;
            if (page.Events.Count > 0 || (Environment.TickCount64 - keptAt >= KeepInterval.TotalMilliseconds && reached > _checkpoint.Position))
            {
                reached = await HandleAsync(page, cancellationToken).ConfigureAwait(false);
                keptAt = Environment.TickCount64;
            }
            else
            {
                progress.Succeed();
            }

            progress.MoveTo(reached);
        }
    }

    /// <summary>
    /// Takes documents or rows along a long part of the log in memory, and writes them now and then. Where something fails nothing is kept of what was not yet
    /// written, and that part is gone through page by page, as usual, to find the event.
    /// </summary>
    private async Task CatchUpAsync(ProjectionBuild build, CancellationToken cancellationToken)
    {
        var (position, writtenAt) = (progress.Position, Environment.TickCount64);
        var pageSize = Math.Clamp(store.Projections.BatchSize, 1, LogReader.PageSize);
        var pages = LogReader.PagesAsync(store, position, store.Recent.End, pageSize, processor.Aliases, cancellationToken);
        try
        {
            await foreach (var page in pages.ConfigureAwait(false))
            {
                position = page.Reached;
                if (page.Events.Find(e => e is UnreadableEvent) is UnreadableEvent unreadable) throw unreadable.Failure;
                await build.ApplyAsync(connection, page.Events, cancellationToken).ConfigureAwait(false);
                if (build.Unwritten < MaxUnwritten && Environment.TickCount64 - writtenAt < WriteInterval.TotalMilliseconds) continue;

                await WriteAsync(build, position, cancellationToken).ConfigureAwait(false);
                writtenAt = Environment.TickCount64;
                if (control.PauseOf(processor.Name) is not null) return;
            }

            if (position > progress.Position) await WriteAsync(build, position, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception wrong) when (!cancellationToken.IsCancellationRequested && !TransientFailure.Is(wrong))
        {
            _carefulUpTo = position;
            progress.Fail(store.Failures.SummaryOf(wrong));
            store.Options.Logger.LogWarning(
                "{Projection} failed between log positions {Position} and {End}; these are gone through in pages, to find the event. {Failure}",
                processor.Name,
                progress.Position,
                position,
                store.Failures.DetailOf(wrong));
        }
    }

    private async Task WriteAsync(ProjectionBuild build, long reached, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(store, Tenancy.DefaultTenantId);
        build.WriteInto(batch);
        await MoveAsync(batch, reached, cancellationToken).ConfigureAwait(false);
        (_failures, _skipsInARow) = (0, 0);
        progress.Succeed();
        progress.MoveTo(reached);
    }

    /// <summary>The position then reached: that of the page, or the one before it when it has to be tried again.</summary>
    private async Task<long> HandleAsync(EventPage page, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (page.Events is [UnreadableEvent unreadable]) throw unreadable.Failure;
            await store.Telemetry.TrackBatchAsync(processor.Name, page.Events.Count, static (one, token) => one.Run.CommitAsync(one.Page, token), (Run: this, Page: page), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception wrong) when (page.Events.Count > 0 && !cancellationToken.IsCancellationRequested && !TransientFailure.Is(wrong))
        {
            return page.Events.Count > 1 ? Narrow(page, wrong) : await FailAsync(page, wrong, cancellationToken).ConfigureAwait(false);
        }

        _limit.Succeeded(page.Events.Count, Stopwatch.GetElapsedTime(started));
        if (page.Events.Count > 0) (_failures, _skipsInARow) = (0, 0);
        progress.Succeed();
        return page.Reached;
    }

    private async Task CommitAsync(EventPage page, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(store, Tenancy.DefaultTenantId);
        if (page.Events.Count > 0) await processor.ProcessAsync(connection, page.Events, batch, cancellationToken).ConfigureAwait(false);
        await MoveAsync(batch, page.Reached, cancellationToken).ConfigureAwait(false);
        if (batch.HasAppends) store.Committed();
    }

    private async Task MoveAsync(WriteBatch batch, long reached, CancellationToken cancellationToken)
    {
        batch.Add(_checkpoint.MoveTo(reached));
        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        _checkpoint.Moved();
    }

    private long Narrow(EventPage page, Exception wrong)
    {
        progress.Fail(store.Failures.SummaryOf(wrong));
        _limit.Failed(page.Events.Count);
        store.Options.Logger.LogWarning(
            "{Projection} failed on a page of {Count} events after log position {Position}; it is tried in smaller pages, to find the event. {Failure}",
            processor.Name,
            page.Events.Count,
            progress.Position,
            store.Failures.DetailOf(wrong));
        return progress.Position;
    }

    private async Task<long> FailAsync(EventPage page, Exception wrong, CancellationToken cancellationToken)
    {
        var e = page.Events[0];
        progress.Fail(store.Failures.SummaryOf(wrong));
        if (_failingSequence != e.Sequence) (_failingSequence, _failures) = (e.Sequence, 0);
        if (e is not UnreadableEvent && _failures++ < _errors.Retries)
        {
            var delay = Backoff.Delay(_errors.FirstDelay, _errors.LongestDelay, _failures);
            store.Options.Logger.LogWarning(
                "{Projection} failed on event {Sequence} (attempt {Attempt}); it is tried again in {Delay}. {Failure}",
                processor.Name,
                e.Sequence,
                _failures,
                delay,
                store.Failures.DetailOf(wrong));
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            return progress.Position;
        }

        var skips = e is UnreadableEvent ? _errors.SkipSerializationErrors : _errors.SkipApplyErrors;
        if (!skips) return await StopAsync(e, $"Event {e.Sequence} failed: {store.Failures.SummaryOf(wrong)}", wrong, cancellationToken).ConfigureAwait(false);
        if (_skipsInARow >= _errors.MaxSkipsInARow)
        {
            var reason = $"{_skipsInARow} events in a row were skipped and event {e.Sequence} failed as well, so the events are hardly to blame: {store.Failures.SummaryOf(wrong)}";
            return await StopAsync(e, reason, wrong, cancellationToken).ConfigureAwait(false);
        }

        var batch = new WriteBatch(store, Tenancy.DefaultTenantId);
        var letter = DeadLetter.For(processor.Name, e, wrong, store.Failures, store.Options.TimeProvider.GetUtcNow());
        batch.Add(letter.Keep(store.DaemonSql));
        await MoveAsync(batch, page.Reached, cancellationToken).ConfigureAwait(false);
        store.Telemetry.DeadLettered(processor.Name, wrong);
        _skipsInARow++;
        progress.Succeed();
        store.Options.Logger.LogError(
            "{Projection} skipped event {Sequence}, which it cannot handle; it is kept as dead letter {DeadLetter}. {Failure}",
            processor.Name,
            e.Sequence,
            letter.Id,
            store.Failures.DetailOf(wrong));
        return page.Reached;
    }

    private async Task<long> StopAsync(IEvent e, string reason, Exception wrong, CancellationToken cancellationToken)
    {
        await control.PauseAsync(connection, processor.Name, reason, ProjectionPause.Daemon, e.Sequence, cancellationToken).ConfigureAwait(false);
        store.Options.Logger.LogError(
            "{Projection} stopped before event {Sequence} and waits to be resumed. {Failure}", processor.Name, e.Sequence, store.Failures.DetailOf(wrong));
        return progress.Position;
    }
}
