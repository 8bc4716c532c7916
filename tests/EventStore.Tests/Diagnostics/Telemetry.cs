using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;

namespace EventStore.Tests;

[Collection(nameof(Telemetry))]
public sealed class Telemetry : IDisposable
{
    private readonly string _schema = $"s{Guid.NewGuid():n}";
    private readonly NpgsqlDataSource _dataSource = NpgsqlDataSource.Create("Host=not.asked;Database=shop");
    private readonly StoreTelemetry _telemetry;
    private readonly List<string> _measured = [];
    private readonly List<Activity> _spans = [];

    public Telemetry() => _telemetry = new StoreTelemetry(_dataSource, _schema);

    [Fact]
    public async Task of_a_save_says_how_long_and_how_many()
    {
        using var listening = Listen();

        await _telemetry.TrackAppendAsync(3, static (_, _) => Task.CompletedTask, 0, default);

        _measured.ShouldBe(["eventstore.append.duration s", "eventstore.append.events {event} 3"]);
        _spans.Single().ShouldSatisfyAllConditions(
            span => span.OperationName.ShouldBe("eventstore.append"),
            span => span.GetTagItem("eventstore.events").ShouldBe(3),
            span => span.GetTagItem("db.system.name").ShouldBe("postgresql"),
            span => span.Status.ShouldBe(ActivityStatusCode.Unset));
    }

    [Fact]
    public async Task of_a_conflict_says_its_code()
    {
        using var listening = Listen();

        await Should.ThrowAsync<ExistingStreamIdCollisionException>(
            _telemetry.TrackAppendAsync(1, static (_, _) => throw new ExistingStreamIdCollisionException(Guid.NewGuid()), 0, default));

        _measured.ShouldBe(
            [
                "eventstore.append.duration s error.type=EXISTING_STREAM_ID_COLLISION",
                "eventstore.append.conflicts {conflict} 1 error.type=EXISTING_STREAM_ID_COLLISION",
            ]);
        (_spans.Single().Status, _spans.Single().GetTagItem("error.type")).ShouldBe((ActivityStatusCode.Error, "EXISTING_STREAM_ID_COLLISION"));
    }

    [Fact]
    public async Task of_a_page_says_which_projection()
    {
        using var listening = Listen();

        await _telemetry.TrackBatchAsync("Totals", 500, static (_, _) => Task.CompletedTask, 0, default);
        await Should.ThrowAsync<InvalidDataException>(_telemetry.TrackBatchAsync("Totals", 1, static (_, _) => throw new InvalidDataException(), 0, default));
        _telemetry.DeadLettered("Totals", new InvalidDataException());

        _measured.ShouldBe(
            [
                "eventstore.projection.batch.events {event} 500 eventstore.projection.name=Totals",
                "eventstore.projection.batch.duration s eventstore.projection.name=Totals",
                "eventstore.projection.batch.events {event} 1 eventstore.projection.name=Totals",
                "eventstore.projection.batch.duration s eventstore.projection.name=Totals error.type=System.IO.InvalidDataException",
                "eventstore.projection.dead_letters {event} 1 eventstore.projection.name=Totals error.type=System.IO.InvalidDataException",
            ]);
    }

    [Fact]
    public void of_a_daemon_is_collected_while_there_is_one()
    {
        using var listening = Listen();
        using (_telemetry.Observe(() => new DaemonMeasurement(
            70, [new("Totals", 12, TimeSpan.FromSeconds(1.5), null), new("Names", 0, TimeSpan.Zero, 0.25)])))
        {
            listening.Meters.RecordObservableInstruments();
        }

        _measured.ShouldBe(
            [
                "eventstore.high_water_mark {position} 70",
                "eventstore.projection.lag {position} 12 eventstore.projection.name=Totals",
                "eventstore.projection.lag {position} 0 eventstore.projection.name=Names",
                "eventstore.projection.delay s 1.5 eventstore.projection.name=Totals",
                "eventstore.projection.delay s 0 eventstore.projection.name=Names",
                "eventstore.projection.rebuild.progress 1 0.25 eventstore.projection.name=Names",
            ],
            ignoreOrder: true);
        _measured.Clear();
        listening.Meters.RecordObservableInstruments();
        _measured.ShouldBeEmpty();
    }

    public void Dispose() => _dataSource.Dispose();

    private Listening Listen()
    {
        var listening = new Listening();
        listening.Meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == EventStoreDiagnostics.Name) listener.EnableMeasurementEvents(instrument);
        };
        listening.Meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listening.Meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listening.Meters.Start();
        listening.Spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EventStoreDiagnostics.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.GetTagItem("db.namespace") is string name && name == $"shop|{_schema}") _spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listening.Spans);
        return listening;
    }

    // Other stores are tested at the same time; how long something took is nobody's promise.
    private void Keep<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
        if (!all.TryGetValue("db.namespace", out var name) || !Equals(name, $"shop|{_schema}")) return;
        all.Remove("db.namespace").ShouldBeTrue();
        all.Remove("db.system.name").ShouldBeTrue();
        var isDuration = instrument.Name.EndsWith(".duration", StringComparison.Ordinal);
        string[] words = [instrument.Name, instrument.Unit!, .. isDuration ? Array.Empty<string>() : [FormattableString.Invariant($"{value}")], .. all.Select(tag => $"{tag.Key}={tag.Value}")];
        _measured.Add(string.Join(' ', words));
    }

    private sealed class Listening : IDisposable
    {
        public MeterListener Meters { get; } = new();

        public ActivityListener Spans { get; set; } = null!;

        public void Dispose()
        {
            Meters.Dispose();
            Spans.Dispose();
        }
    }
}
