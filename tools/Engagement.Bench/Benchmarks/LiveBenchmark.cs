using System.Diagnostics;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Engagement.Feedback;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// Live updates from the commit to the client, with many connected; what a connection takes of memory; and all of them coming back at once after they missed
/// ten thousand events. The platform is a process of its own, another commits, and the clients are in this one, on the same processors. Beside it a bare hub
/// that sends everybody the same bytes: it reads no log, decides nothing, and remembers nothing.
/// </summary>
internal sealed class LiveBenchmark : IBenchmark
{
    private const int Missed = 10_000;
    private const int Things = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => "live";

    public string Description => "from commit to 1,000 and 5,000 clients, memory a connection, and 5,000 that come back at once, beside a bare hub";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        int[] crowds = context.Quick ? [100, 500] : [1_000, 5_000];
        var told = context.Quick ? 10 : 60;
        var database = await context.CreateDatabaseAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        await using var platform = await Servers.PlatformAsync(database, folder.Path, cancellationToken);
        await using var hub = await Servers.BareAsync("hub", cancellationToken);
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(database);
            options.Events.AddEventTypes([typeof(LoopOpened), typeof(EntryCorrected)]);
            options.Events.MapEventTypeWithSchemaVersion(typeof(LoopOpened), 2);
        });

        var rows = new List<Row>();
        foreach (var count in crowds)
        {
            BenchmarkContext.Say($"{count:N0} clients hear {told} publications.");
            var ours = await HearAsync(platform, count, told, () => PublishAsync(store, 1, 1, cancellationToken), cancellationToken);
            var bare = await HearAsync(hub, count, told, () => hub.PostAsync("/tell/1/1", cancellationToken), cancellationToken);
            var times = new Comparison(ours.Times, bare.Times);
            rows.AddRange(Row.OfTimes($"live, commit to client, {count:N0} clients", times, platform.ResidentMegabytes));
            rows.Add(new Row($"live, memory a connection, {count:N0} clients", ours.KilobytesEach, "kB", bare.KilobytesEach, platform.ResidentMegabytes));
        }

        rows.AddRange(await ComeBackAsync(context, platform, hub, store, crowds[^1], cancellationToken));
        return rows;
    }

    private static async Task<(Measurement Times, double KilobytesEach)> HearAsync(
        ServerUnderTest server, int count, int told, Func<Task> tell, CancellationToken cancellationToken)
    {
        var before = server.ResidentMegabytes;
        await using var crowd = await LiveCrowd.ConnectAsync(server.Address, count, after: null, cancellationToken);
        var each = (server.ResidentMegabytes - before) * 1000 / count;
        var times = new List<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 1; i <= told; i++)
        {
            // Counted from before the bare hub is asked, and from after the commit: there is none there to wait for.
            var asked = Stopwatch.GetTimestamp();
            var telling = tell();
            if (telling is Task<long> committing)
                asked = await committing;
            times.AddRange(await crowd.ToldAsync(i, asked, Patience, cancellationToken));
            await telling;
        }

        // The first wakes everything up.
        return (Measurement.Of(times[count..], Stopwatch.GetElapsedTime(start), default), each);
    }

    /// <summary>All clients are cut off, miss what happens, and come back together.</summary>
    private static async Task<IReadOnlyList<Row>> ComeBackAsync(
        BenchmarkContext context, ServerUnderTest platform, ServerUnderTest hub, DocumentStore store, int count, CancellationToken cancellationToken)
    {
        var (missed, things) = context.Quick ? (Missed / 10, Things / 10) : (Missed, Things);
        var position = await store.Tail.PositionAsync(cancellationToken);
        await PublishAsync(store, things, missed / things, cancellationToken);
        BenchmarkContext.Say($"{count:N0} clients come back to {missed:N0} events of {things:N0} entries.");
        var start = Stopwatch.GetTimestamp();
        List<TimeSpan> ours;
        await using (var crowd = await LiveCrowd.ConnectAsync(platform.Address, count, position, cancellationToken))
            ours = await crowd.ToldAsync(things, start, Patience, cancellationToken);
        var memory = platform.PeakMegabytes;

        start = Stopwatch.GetTimestamp();
        List<TimeSpan> bare;
        await using (var crowd = await LiveCrowd.ConnectAsync(hub.Address, count, after: null, cancellationToken))
        {
            var told = crowd.ToldAsync(things, start, Patience, cancellationToken);
            await hub.PostAsync($"/tell/1/{things}", cancellationToken);
            bare = await told;
        }

        var note = $"{missed:N0} events of {things:N0} entries: each client is told the last of each.";
        ours.Sort();
        bare.Sort();
        return
        [
            new Row($"live, {count:N0} come back, p50", Measurement.At(ours, 0.5), "ms", Measurement.At(bare, 0.5), memory, note),
            new Row($"live, {count:N0} come back, the last", ours[^1].TotalMilliseconds, "ms", bare[^1].TotalMilliseconds, memory),
            new Row($"live, {count:N0} come back, updates told", count * (double)things / ours[^1].TotalSeconds, "updates/s", count * (double)things / bare[^1].TotalSeconds, memory),
        ];
    }

    /// <summary>Corrects entries, so many times each, and gives the moment of the commit.</summary>
    private static async Task<long> PublishAsync(DocumentStore store, int entries, int times, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        for (var i = 0; i < entries; i++)
        {
            var slug = $"entry-{i:D32}";
            object[] events = [new LoopOpened(Guid.NewGuid(), null), .. Enumerable.Range(0, times).Select(_ => new EntryCorrected(slug, new EntryWords("You said.", "We will.", [], [], []), "A word"))];
            session.Events.StartStream<Loop>(Guid.NewGuid(), events);
        }

        await session.SaveChangesAsync(cancellationToken);
        return Stopwatch.GetTimestamp();
    }
}
