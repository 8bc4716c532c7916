namespace EventStore.Tests;

/// <summary>Such a projection folds many pages in memory before it writes: nothing of that may be lost, come twice or be left over.</summary>
public sealed class When_a_projection_is_far_behind : DaemonSpec
{
    private const int Streams = 40;
    private const int Rounds = 60;

    private readonly Guid[] _streams = [.. Enumerable.Range(0, Streams).Select(_ => Guid.NewGuid())];
    private readonly Counted _counted = new();

    [Fact]
    public async Task it_makes_of_the_log_what_a_rebuild_makes_of_it()
    {
        var last = await AppendRoundsAsync();

        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);

        var (documents, rows) = (await DocumentsAsync(), await RowsAsync());
        documents.ShouldBe(Expected(_ => true));
        rows.ShouldBe(_streams.Order().Select(_ => Enumerable.Range(0, Rounds).Sum()));
        await Daemon.RebuildProjectionAsync("counted", cancellationToken: Cancellation);
        await Daemon.RebuildProjectionAsync("items", cancellationToken: Cancellation);
        (await DocumentsAsync()).ShouldBe(documents);
        (await RowsAsync()).ShouldBe(rows);
    }

    [Fact]
    public async Task only_events_that_fail_are_left_out()
    {
        long[] failing = [710, 1900];
        _counted.Before = e => { if (failing.Contains(e.Sequence)) throw new FormatException("no such item"); };
        var last = await AppendRoundsAsync();
        await ExecuteAsync("""update mt_events set data = '{"Quantity": "many"}' where seq_id = 1205""");

        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);

        (await Store.DeadLetters.ListAsync("counted")).Select(letter => letter.EventSequence).ShouldBe([1900, 1205, 710]);
        (await DocumentsAsync()).ShouldBe(Expected(sequence => sequence is not (710 or 1205 or 1900)));
    }

    [Fact]
    public async Task it_forgets_what_it_has_in_hand_when_somebody_else_has_written_its_documents()
    {
        using var isInHand = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        _counted.Before = e =>
        {
            if (e.Sequence != 1500 || isInHand.IsSet) return;
            isInHand.Set();
            mayGoOn.Wait(Cancellation);
        };
        var last = await AppendRoundsAsync();
        await Daemon.StartAsync();
        await Task.Run(() => isInHand.Wait(Cancellation));

        await Daemon.RebuildProjectionAsync("counted", cancellationToken: Cancellation);
        mayGoOn.Set();

        last = await AppendAsync(_streams[0], new ItemAdded("fig", Rounds));
        await Daemon.WaitForAsync(last, Cancellation);
        var expected = Expected(_ => true);
        expected[Array.IndexOf([.. _streams.Order()], _streams[0])] += $" {Rounds}";
        (await DocumentsAsync()).ShouldBe(expected);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Errors.FirstDelay = TimeSpan.FromMilliseconds(1);
        options.Projections.Add(_counted, ProjectionLifecycle.Async);
        options.Projections.Add(new Items(), ProjectionLifecycle.Async);
    }

    /// <summary>One event to each stream, again and again: no page has a stream to itself.</summary>
    private async Task<long> AppendRoundsAsync()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var session = Store.LightweightSession();
            foreach (var stream in _streams) session.Events.Append(stream, new ItemAdded("fig", round));
            await session.SaveChangesAsync(Cancellation);
        }

        return Streams * Rounds;
    }

    private List<string> Expected(Func<long, bool> isApplied) =>
    [
        .. _streams.Select((stream, place) => (Stream: stream, Rounds: Enumerable.Range(0, Rounds).Where(round => isApplied((round * Streams) + place + 1))))
            .OrderBy(one => one.Stream).Select(one => string.Join(' ', one.Rounds)),
    ];

    private async Task<List<string>> DocumentsAsync()
    {
        var found = new List<string>();
        await using var session = Store.QuerySession();
        foreach (var stream in _streams.Order()) found.Add((await session.LoadAsync<Quantities>(stream))!.All);
        return found;
    }

    private async Task<List<int>> RowsAsync()
    {
        var found = new List<int>();
        foreach (var stream in _streams.Order()) found.Add(await ScalarAsync<int>($"select items from items where id = '{stream}'"));
        return found;
    }

    public sealed record Quantities(string All);

    private sealed class Counted : SingleStreamProjection<Quantities>
    {
        public Action<IEvent> Before { get; set; } = _ => { };

        public override string Name => "counted";

        public override IReadOnlyCollection<Type>? EventTypes => [typeof(ItemAdded)];

        public override Quantities? Evolve(Quantities? snapshot, Guid id, IEvent e)
        {
            Before(e);
            var quantity = ((ItemAdded)e.Data).Quantity;
            return new Quantities(snapshot is null ? $"{quantity}" : $"{snapshot.All} {quantity}");
        }
    }

    private sealed class Items : FlatTableProjection
    {
        public Items() : base("items")
        {
            Table.AddColumn<Guid>("id").AsPrimaryKey();
            Table.AddColumn<int>("items");
            Project<ItemAdded>(map => map.Increment("items", e => e.Data.Quantity));
        }

        public override string Name => "items";
    }
}
