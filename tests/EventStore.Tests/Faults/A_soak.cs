using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace EventStore.Tests.Faults;

/// <summary>
/// Two nodes with writers, daemons and live readers, each behind a relay that strikes at random, and a subscription that stumbles now and then.
/// Takes eight seconds, or as many as EVENTSTORE_SOAK_SECONDS says.
/// </summary>
public sealed class A_soak : FaultSpec
{
    private const int WritersEach = 2;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("EVENTSTORE_SOAK_SECONDS") ?? "8", CultureInfo.InvariantCulture));

    private static readonly DoorCounted End = new(-1);

    private readonly ConcurrentDictionary<string, (Work Work, string Result)> _acknowledged = new();
    private int _strikes;
    private int _stumbles;

    [Fact]
    public async Task ends_with_everything_acknowledged_there_once_and_everything_there_projected_once()
    {
        var seed = Environment.TickCount;
        using var patience = new CancellationTokenSource(Length + TimeSpan.FromSeconds(100));
        using var striking = new CancellationTokenSource(Length);
        var cancellation = patience.Token;
        await using var otherRelay = new Relay(ConnectionString);
        await using var first = new SoakedNode(Relay, Stumble);
        await using var second = new SoakedNode(otherRelay, Stumble);
        var nodes = new[] { first, second };
        foreach (var node in nodes) await node.Daemon.StartAsync(cancellation);

        var readers = nodes.Select(node => Task.Run(() => FollowAsync(node.Store, cancellation))).ToList();
        var strikes = nodes.Select((node, number) => Task.Run(() => StrikeAsync(node.Relay, new Random(seed + number), striking.Token))).ToList();
        await Task.WhenAll(nodes.SelectMany((node, number) => Enumerable.Range(0, WritersEach).Select(writer => Task.Run(
            () => WriteAsync(node.Store, $"{number}-{writer}", striking.Token, cancellation)))));
        await Task.WhenAll(strikes);
        foreach (var node in nodes) node.Relay.StrikeAt(0, Strike.Pass);

        await using var session = Direct.LightweightSession();
        session.Events.Append(Shop.Shared, End);
        await session.SaveChangesAsync(cancellation);
        foreach (var node in nodes) await RepeatAsync(() => node.Daemon.WaitForAsync(session.LastSequence, cancellation));
        var log = new List<long>();
        await foreach (var e in session.Events.ReadAllAsync(cancellationToken: cancellation)) log.Add(e.Sequence);
        foreach (var reader in readers) (await reader).ShouldBe(log, $"seed {seed}");
        var books = new Books(Direct, cancellation);
        foreach (var (key, done) in _acknowledged) (await books.ResultOfAsync(done.Work, key)).ShouldBe(done.Result, $"seed {seed}");
        await books.CloseAsync();

        _acknowledged.Count.ShouldBeGreaterThan(10);
        _strikes.ShouldBeGreaterThan(10);
        _stumbles.ShouldBeGreaterThan(0);
    }

    /// <summary>Some pages fail the first time, before anything is written.</summary>
    private void Stumble(StoreOptions options) => options.Projections.Subscribe(new Ledger("stumbling")
    {
        Before = page => page.Any(e => e.Sequence % 50 == 0) && Interlocked.Increment(ref _stumbles) % 2 == 1
            ? Task.FromException(new InvalidOperationException("A stumble that does not come again."))
            : Task.CompletedTask,
    });

    private async Task WriteAsync(DocumentStore store, string name, CancellationToken until, CancellationToken cancellation)
    {
        for (var number = 0; !until.IsCancellationRequested; number++)
        {
            var work = (number % 3) switch { 0 => Work.Unit, 1 => Work.Fetch, _ => Work.Exclusive };
            var key = $"{name} {number}";
            _acknowledged[key] = (work, await work.DoUntilDoneAsync(store, key, cancellation));
        }
    }

    private async Task StrikeAsync(Relay relay, Random random, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            if (random.Next(10) == 0) relay.CutAll();
            else relay.StrikeAt(random.Next(1, 40), random.Next(2) == 0 ? Strike.Cut : Strike.Tear);
            await Task.Delay(random.Next(20, 200), CancellationToken.None);
            if (relay.HasStruck) Interlocked.Increment(ref _strikes);
        }
    }

    /// <summary>A listener hears nothing of the trouble: it gets every event once, in order.</summary>
    private static async Task<List<long>> FollowAsync(DocumentStore store, CancellationToken cancellation)
    {
        var seen = new List<long>();
        await foreach (var e in store.Tail.ReadAsync(0, cancellation))
        {
            seen.Add(e.Sequence);
            if (End.Equals(e.Data)) break;
        }

        return seen;
    }

    private static async Task RepeatAsync(Func<Task> ask)
    {
        while (true)
        {
            try
            {
                await ask();
                return;
            }
            catch (NpgsqlException)
            {
                // A wait of ours was cut off; the test's patience ends this.
                await Task.Delay(10);
            }
        }
    }

    private sealed class SoakedNode(Relay relay, Action<StoreOptions> more) : IAsyncDisposable
    {
        private IProjectionDaemon? _daemon;

        public Relay Relay => relay;

        public DocumentStore Store { get; } = Shop.Open(relay.ConnectionString, more);

        public IProjectionDaemon Daemon => _daemon ??= Store.BuildDaemon();

        public async ValueTask DisposeAsync()
        {
            await Daemon.DisposeAsync();
            await Store.DisposeAsync();
        }
    }
}
