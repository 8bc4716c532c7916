using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Tests.Shared;

/// <summary>Hears all that the process says of itself: every log line at every level with its scopes, every span, every tag of a measurement.</summary>
public sealed class Overheard : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _said = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements;

    public Overheard()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _said.Enqueue(
                $"span {span.DisplayName} {span.StatusDescription} {Join(span.TagObjects)} {Join(span.Baggage.Select(b => KeyValuePair.Create(b.Key, (object?)b.Value)))} "
                + string.Join(' ', span.Events.Select(e => $"{e.Name} {Join(e.Tags)}"))),
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _measurements.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        _measurements.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear(instrument, tags));
        _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        _measurements.Start();
    }

    public IReadOnlyCollection<string> Said => _said;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        _said.Enqueue($"scope {state}");
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Enqueue($"log {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> parts ? Join(parts) : "")}");

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
    }

    private static string Join(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _said.Enqueue($"measured {instrument.Name} {Join(tags.ToArray())}");
}
