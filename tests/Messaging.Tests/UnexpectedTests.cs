using System.Diagnostics.Metrics;

namespace Messaging.Tests;

/// <summary>What is around a handling and fails: the description of a failure, and whoever measures.</summary>
public sealed class UnexpectedTests : MessagingTest
{
    public sealed record Job(string Name);

    private sealed class UnspeakableException : Exception
    {
        public override string Message => throw new InvalidOperationException("It cannot be said.");

        public override string? StackTrace => throw new InvalidOperationException("Nor where.");
    }

    internal sealed class JobHandler
    {
        public static async Task Handle(Job job, MessageContext context)
        {
            await context.WriteAsync(job.Name);
            if (job.Name == "unspeakable")
                throw new UnspeakableException();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_that_cannot_be_described_is_recorded_by_its_type(bool isAskedInVain)
    {
        var host = await StartHostAsync(options =>
        {
            Options(options);
            if (isAskedInVain)
                options.KeepsMessageOf = _ => throw new InvalidOperationException("Who knows?");
        });

        await SendAsync(host, new Job("unspeakable"));
        await SendAsync(host, new Job("next"));
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["next"]);
        (await ScalarAsync<string>("SELECT exception_type FROM messaging.dead_letters")).ShouldBe(typeof(UnspeakableException).FullName);
    }

    [Theory]
    [InlineData("messaging.process.duration")]
    [InlineData("messaging.message.latency")]
    public async Task Whoever_measures_and_throws_undoes_nothing_and_ends_no_worker(string instrument)
    {
        // The listener hears every test that runs at the same time: a queue of its own tells which are ours.
        var queue = $"q{Guid.NewGuid():n}";
        using var measuring = new MeterListener
        {
            InstrumentPublished = (published, listener) =>
            {
                if (published.Meter.Name == MessagingDiagnostics.Name && published.Name == instrument)
                    listener.EnableMeasurementEvents(published);
            },
        };
        measuring.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            if (tags.ToArray().Any(tag => Equals(tag.Value, queue)))
                throw new InvalidOperationException("It cannot be measured.");
        });
        measuring.Start();
        var host = await StartHostAsync(options => { Options(options); options.AddQueue(queue); });
        for (var number = 0; number < 3; number++)
            await SendAsync(host, new Job($"job {number}"), new DeliveryOptions { Queue = queue });
        await SendAsync(host, new Job("unspeakable"), new DeliveryOptions { Queue = queue });
        await SendAsync(host, new Job("last"), new DeliveryOptions { Queue = queue });

        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["job 0", "job 1", "job 2", "last"]);
        (await BuriedAsync()).ShouldBe(1);
    }

    private static void Options(MessagingOptions options)
    {
        options.Handlers.Add<JobHandler>();
        options.Policies.OnAnyException().MoveToDeadLetters();
    }
}
