using System.Text;

namespace EventStore.Tests;

public sealed class A_rebuild : DaemonSpec
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task gives_byte_for_byte_what_the_daemon_and_the_inline_projection_gave_live(int seed)
    {
        var random = new Random(seed);
        await using var inline = NewStore(options => options.Projections.Add(new InlineTwin(), ProjectionLifecycle.Inline));
        await inline.Schema.ApplyAsync();
        await Daemon.StartAsync();
        await AppendRandomlyAsync(inline, random);
        var last = await ScalarAsync<long>("select max(seq_id) from mt_events");
        await Daemon.WaitForAsync(last, Cancellation);
        var live = (Baskets: await DumpAsync("mt_doc_basketsummary"), Shoppers: await DumpAsync("mt_doc_shoppertotals"));
        live.Baskets.ShouldNotBeEmpty();
        live.Shoppers.ShouldNotBeEmpty();
        (await DumpAsync("mt_doc_a_rebuild_twin")).ShouldBe(live.Baskets);

        await ExecuteAsync("update mt_doc_basketsummary set data = '{}'; delete from mt_doc_shoppertotals");
        await Daemon.RebuildProjectionAsync("BasketSummary", Cancellation);
        await Daemon.RebuildProjectionAsync("ShopperTotals", Cancellation);

        (await DumpAsync("mt_doc_basketsummary")).ShouldBe(live.Baskets);
        (await DumpAsync("mt_doc_shoppertotals")).ShouldBe(live.Shoppers);
    }

    [Fact]
    public async Task is_refused_for_what_keeps_no_documents()
    {
        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(Daemon.RebuildProjectionAsync("ledger", Cancellation));

        refusal.Code.ShouldBe("PROJECTION_CANNOT_REBUILD");
    }

    [Fact]
    public async Task is_refused_while_another_node_runs_the_projection()
    {
        await using var otherStore = NewStore();
        await using var other = otherStore.BuildDaemon();
        await other.StartAsync();
        await UntilAsync(() => other.Status.Shards.All(shard => shard.State == ShardState.Running));

        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(Daemon.RebuildProjectionAsync("BasketSummary", Cancellation));

        refusal.Code.ShouldBe("PROJECTION_RUNS_ELSEWHERE");
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.BatchSize = 7;
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Async);
        options.Projections.Add((IProjection)new Ledger("ledger"), ProjectionLifecycle.Async);
    }

    private static async Task AppendRandomlyAsync(DocumentStore store, Random random)
    {
        var streams = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).ToList();
        var shoppers = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToList();
        string[] items = ["pear", "plum", "fig"];
        for (var i = 0; i < 120; i++)
        {
            await using var session = store.LightweightSession();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                session.Events.Append(streams[random.Next(streams.Count)], random.Next(12) switch
                {
                    0 or 1 => new BasketOpened(shoppers[random.Next(shoppers.Count)], $"basket {i}"),
                    2 => new BasketClosed(random.Next(2) == 0 ? "abandoned" : "paid"),
                    3 => new DoorCounted(i),
                    < 8 => new ItemAdded(items[random.Next(items.Length)], random.Next(1, 9)),
                    _ => new ItemRemoved(items[random.Next(items.Length)], random.Next(1, 9)),
                });
            }

            await session.SaveChangesAsync();
        }
    }

    private async Task<string> DumpAsync(string table)
    {
        var dump = new StringBuilder();
        await using var command = Store.DataSource.CreateCommand($"select concat_ws(' ', id, mt_version, data) from {table} order by id");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) dump.Append(reader.GetString(0)).Append('\n');
        return dump.ToString();
    }

    public sealed record Twin(Guid Id, string Name, int Items, IReadOnlyDictionary<string, int> ByItem);

    /// <summary>The same fold under another name, so that both lifecycles run side by side.</summary>
    private sealed class InlineTwin : SingleStreamProjection<Twin>
    {
        private readonly BasketSummaryProjection _original = new();

        public override IReadOnlyCollection<Type>? EventTypes => _original.EventTypes;

        public override bool ShouldDelete(Twin? snapshot, Guid id, IEvent e) => _original.ShouldDelete(null, id, e);

        public override Twin? Evolve(Twin? snapshot, Guid id, IEvent e)
        {
            var before = snapshot is null ? null : new BasketSummary(snapshot.Id, snapshot.Name, snapshot.Items, snapshot.ByItem);
            var after = _original.Evolve(before, id, e)!;
            return new Twin(after.Id, after.Name, after.Items, after.ByItem);
        }
    }
}
