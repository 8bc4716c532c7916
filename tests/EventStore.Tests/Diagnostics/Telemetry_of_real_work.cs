using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;

namespace EventStore.Tests;

[Collection(nameof(Telemetry))]
public sealed class Telemetry_of_real_work : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();
    private readonly Ledger _ledger = new("ledger");
    private readonly ConcurrentQueue<(string Instrument, double Value, string? Projection, string? Error)> _measured = new();
    private readonly ConcurrentQueue<Activity> _spans = new();

    [Fact]
    public async Task tells_of_each_save_and_of_conflicts()
    {
        using var meters = Listen();

        await AppendAsync(_stream, new DoorCounted(1), new DoorCounted(2));
        await using (var session = Store.LightweightSession())
        {
            session.Events.StartStream(_stream, new DoorCounted(3));
            await Should.ThrowAsync<ExistingStreamIdCollisionException>(session.SaveChangesAsync(Cancellation));
        }

        _measured.Where(one => one.Instrument != "eventstore.append.duration").ShouldBe(
            [("eventstore.append.events", 2, null, null), ("eventstore.append.conflicts", 1, null, "EXISTING_STREAM_ID_COLLISION")]);
        _measured.Where(one => one.Instrument == "eventstore.append.duration").Select(one => (one.Value > 0, one.Error))
            .ShouldBe([(true, null), (true, "EXISTING_STREAM_ID_COLLISION")]);
        _spans.Select(span => (span.OperationName, span.GetTagItem("eventstore.events"), span.Status)).ShouldBe(
            [("eventstore.append", 2, ActivityStatusCode.Unset), ("eventstore.append", 1, ActivityStatusCode.Error)]);
    }

    [Fact]
    public async Task tells_of_each_page_and_of_events_that_were_passed()
    {
        _ledger.Before = page => page.Any(e => e.Sequence == 2) ? throw new FormatException("no such door") : Task.CompletedTask;
        var last = await AppendAsync(_stream, new DoorCounted(1), new DoorCounted(2), new DoorCounted(3));
        using var meters = Listen();
        await Daemon.StartAsync();

        await Daemon.WaitForAsync("ledger", last, Cancellation);

        Of("eventstore.projection.dead_letters").ShouldBe([(1d, "ledger", "System.FormatException")]);
        Of("eventstore.projection.batch.events").First().ShouldBe((3d, "ledger", null));
        Of("eventstore.projection.batch.duration").Select(one => (one.Projection, one.Error)).ShouldContain(("ledger", "System.FormatException"));
        _spans.Select(span => span.OperationName).ShouldContain("eventstore.project");
    }

    [Fact]
    public async Task tells_how_far_the_daemon_is_while_it_runs()
    {
        await Daemon.PauseAsync("ledger", "the shelf is moved", "Ada", Cancellation);
        var last = await AppendAsync(_stream, new DoorCounted(1), new DoorCounted(2));
        using var meters = Listen();
        await Daemon.StartAsync();

        await UntilAsync(() =>
        {
            _measured.Clear();
            meters.RecordObservableInstruments();
            return Of("eventstore.high_water_mark").SequenceEqual([((double)last, null, null)])
                && Of("eventstore.projection.delay").Any(one => one is { Value: > 0, Projection: "ledger" });
        });
        Of("eventstore.projection.lag").ShouldContain((2d, "ledger", null));

        await Daemon.StopAsync();
        _measured.Clear();
        meters.RecordObservableInstruments();
        _measured.ShouldBeEmpty();
    }

    [Fact]
    public async Task tells_how_far_a_rebuild_is_while_it_runs()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "one"), new ItemAdded("pear", 1));
        using var meters = Listen();

        await Daemon.RebuildProjectionAsync("BasketSummary", new Collecting(meters), Cancellation);

        Of("eventstore.projection.rebuild.progress").ShouldContain((1d, "BasketSummary", null));
        Of("eventstore.projection.lag").ShouldBeEmpty();
        _measured.Clear();
        meters.RecordObservableInstruments();
        _measured.ShouldBeEmpty();
    }

    [Fact]
    public void costs_no_memory_while_nobody_listens()
    {
        Save(1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Save(1000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Save(int times)
        {
            for (var i = 0; i < times; i++) _ = Store.Telemetry.TrackAppendAsync(3, static (_, _) => Task.CompletedTask, this, CancellationToken.None);
        }
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Async);
        options.Projections.Add((IProjection)_ledger, ProjectionLifecycle.Async);
        options.Projections.Errors.Retries = 0;
    }

    private IEnumerable<(double Value, string? Projection, string? Error)> Of(string instrument) =>
        _measured.Where(one => one.Instrument == instrument).Select(one => (one.Value, one.Projection, one.Error));

    private Listening Listen()
    {
        var name = $"{new NpgsqlConnectionStringBuilder(ConnectionString).Database}|public";
        var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == EventStoreDiagnostics.Name) listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        meters.Start();
        var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EventStoreDiagnostics.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("db.namespace"), name)) _spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(spans);
        return new Listening(meters, spans);

        // Other stores are tested at the same time.
        void Keep(string instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value as string);
            if (all.GetValueOrDefault("db.namespace") == name)
                _measured.Enqueue((instrument, value, all.GetValueOrDefault("eventstore.projection.name"), all.GetValueOrDefault("error.type")));
        }
    }

    private sealed class Collecting(Listening meters) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => meters.RecordObservableInstruments();
    }

    private sealed class Listening(MeterListener meters, ActivityListener spans) : IDisposable
    {
        public void RecordObservableInstruments() => meters.RecordObservableInstruments();

        public void Dispose()
        {
            meters.Dispose();
            spans.Dispose();
        }
    }
}
