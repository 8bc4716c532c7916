using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Npgsql;

namespace Messaging.Diagnostics;

/// <summary>
/// The instruments; <see cref="MessagingDiagnostics"/> says what they mean. While nobody listens, each is a look at a flag, and a trace is handed on. What
/// a listener throws is its own affair: the message is handled all the same.
/// </summary>
internal sealed class MessagingTelemetry : IDisposable
{
    private const string SpanName = "messaging.process";
    private const string QueueTag = "messaging.destination.name";
    private const string TypeTag = "messaging.message.type";
    private const string ErrorTag = "error.type";

    private static readonly InstrumentAdvice<double> Durations =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10, 60] };

    private static readonly ActivitySource Source = new(MessagingDiagnostics.Name);
    private static readonly Meter Meter = new(MessagingDiagnostics.Name);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram("messaging.process.duration", "s", "How long the handling of a message took.", null, Durations);

    private static readonly Histogram<double> Latency =
        Meter.CreateHistogram("messaging.message.latency", "s", "From when a message was due to when it was handled.", null, Durations);

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("messaging.message.failures", "{attempt}", "Attempts that failed.");

    private static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("messaging.message.dead_letters", "{message}", "Messages moved to the dead letters.");

    // Gauges are the meter's, and hosts come and go: they look at those that are there.
    private static readonly ConcurrentDictionary<MessagingTelemetry, byte> Hosts = new();

    private static readonly ObservableGauge<long> Depth = Meter.CreateObservableGauge(
        "messaging.queue.depth", () => Observe(host => host._depths), "{message}", "Messages that are due and not in hand.");

    private readonly ConcurrentDictionary<string, long> _depths = new();
    private readonly ConcurrentDictionary<string, long> _inHand = new();

    static MessagingTelemetry() => Meter.CreateObservableGauge(
        "messaging.queue.in_hand", () => Observe(host => host._inHand), "{message}", "Messages that this node has in hand.");

    public MessagingTelemetry() => Hosts.TryAdd(this, 0);

    /// <summary>Whether it pays to count.</summary>
    public static bool WantsDepth => Depth.Enabled;

    public void Dispose() => Hosts.TryRemove(this, out _);

    public void HasDepth(string queue, long messages) => _depths[queue] = messages;

    public void HasInHand(string queue, int messages) => _inHand[queue] = messages;

    /// <summary>Begins the span of a handling. Where nobody records it, the trace goes on all the same with what the handler sends.</summary>
    public static Activity? Start(Envelope envelope) => Quietly(envelope, static envelope =>
    {
        ActivityContext.TryParse(envelope.TraceParent, null, isRemote: true, out var sender);
        if (Source.StartActivity(SpanName, ActivityKind.Consumer, sender) is not { } span)
            return envelope.TraceParent is { } parent ? new Activity(SpanName).SetParentId(parent).Start() : null;
        return span.IsAllDataRequested
            ? span.SetTag("messaging.system", "postgresql").SetTag(QueueTag, envelope.Queue).SetTag(TypeTag, envelope.MessageType)
                .SetTag("messaging.message.id", $"{envelope.Id}").SetTag("messaging.message.attempt", envelope.Attempts + 1)
            : span;
    });

    /// <summary>Ends it.</summary>
    public static void Stop(Activity? span)
    {
        if (span is not null)
            Quietly(span, static span => { span.Dispose(); return span; });
    }

    /// <summary>A message was handled.</summary>
    public static void Handled(Envelope envelope, TimeSpan took)
    {
        if (Duration.Enabled)
            Record(Duration, took, Tags(envelope));
        if (Latency.Enabled)
            Record(Latency, envelope.Waited + Stopwatch.GetElapsedTime(envelope.ClaimedTimestamp), Tags(envelope));
    }

    /// <summary>An attempt failed, and this is done about it.</summary>
    public static void Failed(Envelope envelope, Exception reason, FailureStep step, TimeSpan? took = null, Activity? span = null)
    {
        if (took is { } time && Duration.Enabled)
            Record(Duration, time, Tags(envelope, reason));
        if (Failures.Enabled)
            Count(Failures, Tags(envelope, reason));
        if (step.Kind == FailureStep.What.Bury && DeadLetters.Enabled)
            Count(DeadLetters, Tags(envelope, reason));
        span?.SetStatus(ActivityStatusCode.Error).SetTag(ErrorTag, KindOf(reason));
    }

    private static void Record(Histogram<double> instrument, TimeSpan time, TagList tags) =>
        Quietly((instrument, time, tags), static one => { one.instrument.Record(one.time.TotalSeconds, one.tags); return one.instrument; });

    private static void Count(Counter<long> instrument, TagList tags) =>
        Quietly((instrument, tags), static one => { one.instrument.Add(1, one.tags); return one.instrument; });

    private static TResult? Quietly<TState, TResult>(TState state, Func<TState, TResult?> tell) where TResult : class
    {
        try
        {
            return tell(state);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static IEnumerable<Measurement<long>> Observe(Func<MessagingTelemetry, ConcurrentDictionary<string, long>> figures) =>
        from host in Hosts.Keys
        from figure in figures(host)
        select new Measurement<long>(figure.Value, new KeyValuePair<string, object?>(QueueTag, figure.Key));

    private static TagList Tags(Envelope envelope, Exception? reason = null)
    {
        var tags = new TagList { { QueueTag, envelope.Queue }, { TypeTag, envelope.MessageType } };
        if (reason is not null)
            tags.Add(ErrorTag, KindOf(reason));
        return tags;
    }

    private static string KindOf(Exception reason) => reason switch
    {
        MessagingException ours => ours.Code,
        PostgresException database => database.SqlState,
        _ => reason.GetType().FullName!,
    };
}
