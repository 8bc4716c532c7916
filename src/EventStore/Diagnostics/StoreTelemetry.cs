using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;

namespace EventStore;

/// <summary>
/// The instruments of one store; <see cref="EventStoreDiagnostics"/> says what they mean. While nobody listens, tracking work is a call of the work
/// and a look at a few flags.
/// </summary>
internal sealed class StoreTelemetry
{
    private const string ProjectionName = "eventstore.projection.name";
    private const string ErrorType = "error.type";
    private const string EventCount = "eventstore.events";

    // From a fraction of a round trip to a save that waited for locks.
    private static readonly InstrumentAdvice<double> Durations =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10] };

    private static readonly InstrumentAdvice<long> Sizes = new() { HistogramBucketBoundaries = [1, 3, 10, 30, 100, 300, 1000, 3000, 10000] };

    private static readonly ActivitySource Source = new(EventStoreDiagnostics.Name);
    private static readonly Meter Meter = new(EventStoreDiagnostics.Name);

    private static readonly Histogram<double> AppendDuration =
        Meter.CreateHistogram("eventstore.append.duration", "s", "How long a save took.", null, Durations);

    private static readonly Counter<long> AppendedEvents = Meter.CreateCounter<long>("eventstore.append.events", "{event}", "Events saved.");

    private static readonly Counter<long> Conflicts =
        Meter.CreateCounter<long>("eventstore.append.conflicts", "{conflict}", "Saves refused because a stream was not where it had to be.");

    private static readonly Histogram<double> BatchDuration =
        Meter.CreateHistogram("eventstore.projection.batch.duration", "s", "How long a page of events took, with its commit.", null, Durations);

    private static readonly Histogram<long> BatchEvents =
        Meter.CreateHistogram("eventstore.projection.batch.events", "{event}", "How many events a page held.", null, Sizes);

    private static readonly Counter<long> DeadLetters =
        Meter.CreateCounter<long>("eventstore.projection.dead_letters", "{event}", "Events that a projection was made to pass over.");

    // Gauges are the meter's and daemons come and go: they look at those that are there.
    private static readonly ConcurrentDictionary<Observed, byte> Daemons = new();

    private readonly KeyValuePair<string, object?>[] _store;

    static StoreTelemetry()
    {
        Meter.CreateObservableGauge("eventstore.high_water_mark", HighWaterMarks, "{position}", "The log position up to which nothing can appear any more.");
        Meter.CreateObservableGauge("eventstore.projection.lag", () => Projections<long>(one => one.Lag), "{position}", "Log positions that a projection has yet to pass.");
        Meter.CreateObservableGauge("eventstore.projection.delay", () => Projections<double>(one => one.Delay?.TotalSeconds), "s", "For how long a projection has been behind.");
        Meter.CreateObservableGauge("eventstore.projection.rebuild.progress", () => Projections(one => one.RebuildProgress), "1", "The part of the log that a rebuild has been through.");
    }

    public StoreTelemetry(NpgsqlDataSource dataSource, string schema)
    {
        var database = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString).Database;
        _store = [new("db.system.name", "postgresql"), new("db.namespace", $"{database}|{schema}")];
    }

    /// <summary>Does a save, and tells how it went.</summary>
    /// <param name="events">How many events it writes.</param>
    /// <param name="save">Static, so that a call allocates nothing.</param>
    /// <param name="state">What it is given.</param>
    /// <param name="cancellationToken">The same.</param>
    public Task TrackAppendAsync<TState>(int events, Func<TState, CancellationToken, Task> save, TState state, CancellationToken cancellationToken) =>
        AppendDuration.Enabled || AppendedEvents.Enabled || Conflicts.Enabled || Source.HasListeners()
            ? AppendAsync(events, save, state, cancellationToken)
            : save(state, cancellationToken);

    /// <summary>Handles a page of events in a projection or subscription, and tells how it went.</summary>
    /// <param name="projection">Its name.</param>
    /// <param name="events">How many events the page holds; nothing is told of a page without any.</param>
    /// <param name="handle">Static, so that a call allocates nothing.</param>
    /// <param name="state">What it is given.</param>
    /// <param name="cancellationToken">The same.</param>
    public Task TrackBatchAsync<TState>(
        string projection, int events, Func<TState, CancellationToken, Task> handle, TState state, CancellationToken cancellationToken) =>
        events > 0 && (BatchDuration.Enabled || BatchEvents.Enabled || Source.HasListeners())
            ? BatchAsync(projection, events, handle, state, cancellationToken)
            : handle(state, cancellationToken);

    /// <summary>Tells that a projection was made to pass over an event.</summary>
    public void DeadLettered(string projection, Exception reason)
    {
        if (DeadLetters.Enabled) DeadLetters.Add(1, Tags(projection, reason));
    }

    /// <summary>Lets the gauges look at a daemon, until what is returned is disposed of.</summary>
    /// <param name="look">Called whenever somebody collects, on any thread. Must be quick and must not throw.</param>
    public IDisposable Observe(Func<DaemonMeasurement> look)
    {
        var observed = new Observed(this, look);
        Daemons.TryAdd(observed, 0);
        return observed;
    }

    private async Task AppendAsync<TState>(int events, Func<TState, CancellationToken, Task> save, TState state, CancellationToken cancellationToken)
    {
        using var span = StartSpan("eventstore.append", null, events);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await save(state, cancellationToken).ConfigureAwait(false);
            AppendDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tags());
            AppendedEvents.Add(events, Tags());
        }
        catch (Exception wrong)
        {
            AppendDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tags(reason: wrong));
            if (wrong is EventStreamUnexpectedVersionException or ExistingStreamIdCollisionException) Conflicts.Add(1, Tags(reason: wrong));
            Fail(span, wrong);
            throw;
        }
    }

    private async Task BatchAsync<TState>(
        string projection, int events, Func<TState, CancellationToken, Task> handle, TState state, CancellationToken cancellationToken)
    {
        using var span = StartSpan("eventstore.project", projection, events);
        var started = Stopwatch.GetTimestamp();
        BatchEvents.Record(events, Tags(projection));
        try
        {
            await handle(state, cancellationToken).ConfigureAwait(false);
            BatchDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tags(projection));
        }
        catch (Exception wrong)
        {
            BatchDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tags(projection, wrong));
            Fail(span, wrong);
            throw;
        }
    }

    private Activity? StartSpan(string name, string? projection, int events)
    {
        var span = Source.StartActivity(name);
        if (span is not { IsAllDataRequested: true }) return span;
        foreach (var (key, value) in Tags(projection)) span.SetTag(key, value);
        return span.SetTag(EventCount, events);
    }

    private static void Fail(Activity? span, Exception wrong) => span?.SetStatus(ActivityStatusCode.Error).SetTag(ErrorType, KindOf(wrong));

    private static string KindOf(Exception wrong) => wrong switch
    {
        EventStoreException ours => ours.Code,
        PostgresException database => database.SqlState,
        _ => wrong.GetType().FullName!,
    };

    private TagList Tags(string? projection = null, Exception? reason = null)
    {
        var tags = new TagList(_store);
        if (projection is not null) tags.Add(ProjectionName, projection);
        if (reason is not null) tags.Add(ErrorType, KindOf(reason));
        return tags;
    }

    private static IEnumerable<Measurement<long>> HighWaterMarks() =>
        Daemons.Keys
            .Select(daemon => (daemon.Telemetry, daemon.Look().HighWaterMark))
            .Where(one => one.HighWaterMark >= 0)
            .Select(one => new Measurement<long>(one.HighWaterMark, one.Telemetry.Tags()));

    private static IEnumerable<Measurement<T>> Projections<T>(Func<ProjectionMeasurement, T?> measure) where T : struct =>
        from daemon in Daemons.Keys
        from projection in daemon.Look().Projections
        let value = measure(projection)
        where value is not null
        select new Measurement<T>(value.Value, daemon.Telemetry.Tags(projection.Name));

    private sealed class Observed(StoreTelemetry telemetry, Func<DaemonMeasurement> look) : IDisposable
    {
        public StoreTelemetry Telemetry => telemetry;

        public Func<DaemonMeasurement> Look => look;

        public void Dispose() => Daemons.TryRemove(this, out _);
    }
}
