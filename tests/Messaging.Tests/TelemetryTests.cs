using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Messaging.Diagnostics;
using Messaging.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Messaging.Tests;

public sealed class TelemetryTests : MessagingTest
{
    public sealed record Sum(int Number);

    internal sealed class SumHandler
    {
        public static void Handle(Sum sum)
        {
            if (sum.Number < 0)
                throw new FormatException("negative");
        }
    }

    public sealed record Hop(int Left);

    internal sealed class HopHandler(Probe probe)
    {
        public async Task Handle(Hop hop, MessageContext context)
        {
            if (hop.Left > 0)
                await context.SendAsync(new Hop(hop.Left - 1));
            else
                probe.Say(context.Envelope.TraceParent!);
        }
    }

    [Fact]
    public async Task A_trace_goes_on_through_a_process_that_records_none()
    {
        var probe = new Probe();
        var host = await StartHostAsync(options => options.Handlers.Add<HopHandler>(), services => services.AddSingleton(probe));

        using var sender = new Activity("sending").SetIdFormat(ActivityIdFormat.W3C).Start();
        await SendAsync(host, new Hop(2));
        var last = ActivityContext.Parse(await probe.NextAsync(), null);

        last.TraceId.ShouldBe(sender.TraceId);
        last.SpanId.ShouldNotBe(sender.SpanId, "it was sent by the handling before it");
    }

    [Fact]
    public async Task A_message_is_handled_in_the_trace_of_its_sender_and_measured()
    {
        // The listeners hear every test that runs at the same time: a queue of its own tells which are ours.
        var queue = $"q{Guid.NewGuid():n}";
        var measured = new ConcurrentQueue<string>();
        var spans = new ConcurrentQueue<Activity>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == MessagingDiagnostics.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, null, tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MessagingDiagnostics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("messaging.destination.name"), queue))
                    spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(traces);
        var host = await StartHostAsync(options =>
        {
            options.Handlers.Add<SumHandler>();
            options.AddQueue(queue);
            options.Policies.OnAnyException().MoveToDeadLetters();
        });

        using var sender = new Activity("sending").SetIdFormat(ActivityIdFormat.W3C).Start();
        await SendAsync(host, new Sum(1), new DeliveryOptions { Queue = queue });
        await NothingIsWaitingAsync();
        await SendAsync(host, new Sum(-1), new DeliveryOptions { Queue = queue });
        await NothingIsWaitingAsync();
        sender.Stop();
        await EventuallyAsync(() => Task.FromResult(spans.Count == 2), "both spans have ended");

        spans.Select(span => (span.TraceId, span.Kind, span.Status, span.GetTagItem("error.type"))).ShouldBe(
            [(sender.TraceId, ActivityKind.Consumer, ActivityStatusCode.Unset, null), (sender.TraceId, ActivityKind.Consumer, ActivityStatusCode.Error, "System.FormatException")]);
        measured.ShouldBe(
            [
                "messaging.process.duration",
                "messaging.message.latency",
                "messaging.process.duration error.type=System.FormatException",
                "messaging.message.failures 1 error.type=System.FormatException",
                "messaging.message.dead_letters 1 error.type=System.FormatException",
            ]);

        measured.Clear();
        await host.StopAsync();
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().SendAsync(new Sum(2), new DeliveryOptions { Queue = queue });
        await new DepthCounter(host.Services.GetRequiredService<MessageQueues>(), host.Services.GetRequiredService<MessagingTelemetry>(), NullLogger.Instance).CountAsync(default);
        meters.RecordObservableInstruments();
        measured.ShouldBe(["messaging.queue.depth 1", "messaging.queue.in_hand 0"], ignoreOrder: true);

        void Note(Instrument instrument, long? value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray();
            if (!all.Contains(new KeyValuePair<string, object?>("messaging.destination.name", queue)))
                return;
            var error = all.FirstOrDefault(tag => tag.Key == "error.type").Value;
            measured.Enqueue(string.Join(' ', new[] { instrument.Name, $"{value}", error is null ? "" : $"error.type={error}" }.Where(word => word.Length > 0)));
        }
    }
}
