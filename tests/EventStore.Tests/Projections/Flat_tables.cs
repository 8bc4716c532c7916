namespace EventStore.Tests;

/// <summary>The same table kept inline and behind, and rebuilt: all must agree.</summary>
public sealed class Flat_tables : DaemonSpec
{
    private static readonly Guid Ann = Guid.NewGuid();
    private static readonly Guid Ben = Guid.NewGuid();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task set_add_and_delete_as_events_say(int batchSize)
    {
        Store.Options.Projections.BatchSize = batchSize;
        var (one, two, gone) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await AppendAsync(one, new BasketOpened(Ann, "one"), new ItemAdded("pear", 2), new ItemAdded("fig", 5), new ItemRemoved("pear", 1));
        await AppendAsync(two, new ItemAdded("plum", 4), new BasketOpened(Ben, "two"));
        await AppendAsync(gone, new BasketOpened(Ben, "gone"), new ItemAdded("pear", 9), new BasketClosed("abandoned"));
        var last = await AppendAsync(two, new BasketClosed("paid"), new ItemAdded("plum", 1), new DoorCounted(1), new BasketOpened(Ann, "three"));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);

        string[] expected = ["one|6|2|f", "three|1|1|t"];
        (await RowsAsync("baskets_inline")).ShouldBe(expected);
        (await RowsAsync("baskets")).ShouldBe(expected);
        await ExecuteAsync("update baskets set items = 99; insert into baskets (id, items) values (gen_random_uuid(), 7)");
        await Daemon.RebuildProjectionAsync("baskets", cancellationToken: Cancellation);
        (await RowsAsync("baskets")).ShouldBe(expected);
    }

    [Fact]
    public async Task have_keys_of_several_columns_if_wanted()
    {
        await AppendAsync(Guid.NewGuid(), new BasketOpened(Ann, "red"), new BasketOpened(Ann, "red"), new BasketOpened(Ben, "red"));
        var last = await AppendAsync(Guid.NewGuid(), new BasketOpened(Ann, "red"));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);

        (await ScalarAsync<long>($"select count from shopper_baskets where shopper = '{Ann}' and name = 'red'")).ShouldBe(3);
        (await ScalarAsync<long>($"select count from shopper_baskets where shopper = '{Ben}' and name = 'red'")).ShouldBe(1);
    }

    [Fact]
    public async Task may_be_nothing_but_keys()
    {
        await AppendAsync(Guid.NewGuid(), new BasketOpened(Ann, "red"), new BasketOpened(Ann, "blue"));
        var last = await AppendAsync(Guid.NewGuid(), new BasketOpened(Ben, "red"));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);
        await ExecuteAsync($"delete from shoppers where shopper = '{Ann}'; insert into shoppers values (gen_random_uuid())");

        await Daemon.RebuildProjectionAsync("Shoppers", cancellationToken: Cancellation);

        (await ScalarAsync<Guid[]>("select array_agg(shopper) from shoppers")).ShouldBe([Ann, Ben], ignoreOrder: true);
    }

    [Fact]
    public async Task lose_no_addition_when_many_write_inline_at_once()
    {
        var stream = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => AppendAsync(stream, new ItemAdded("pear", 1), new ItemAdded("pear", 2))));

        (await ScalarAsync<int>("select items from baskets_inline")).ShouldBe(120);
    }

    [Fact]
    public void are_refused_where_they_contradict_themselves()
    {
        Code(() => new Bare(table => table.AddColumn<Uri>("link"))).ShouldBe("FLAT_COLUMN_TYPE_UNKNOWN");
        Code(() => new Bare(table => table.AddColumn<int>("Bad Name"))).ShouldBe("FLAT_TABLE_NAME_INVALID");
        Code(() => new Bare(table => table.AddColumn<int>("id"))).ShouldBe("FLAT_COLUMN_TWICE");
        Code(() => new Bare(map: map => map.SetValue("nowhere", 1))).ShouldBe("FLAT_COLUMN_UNKNOWN");
        Code(() => new Bare(map: map => map.SetValue("name", 1))).ShouldBe("FLAT_COLUMN_TYPE_MISMATCH");
        Code(() => new Bare(map: map => map.Increment("name"))).ShouldBe("FLAT_COLUMN_NOT_NUMERIC");
        Code(() => new Bare(map: map => map.SetValue("id", Guid.Empty))).ShouldBe("FLAT_COLUMN_IS_KEY");

        static string Code(Func<FlatTableProjection> make) => Should.Throw<InvalidStoreUseException>(() => make()).Code;
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add(new Baskets("baskets_inline"), ProjectionLifecycle.Inline);
        options.Projections.Add(new Baskets("baskets"), ProjectionLifecycle.Async);
        options.Projections.Add(new ShopperBaskets(), ProjectionLifecycle.Async);
        options.Projections.Add(new Shoppers(), ProjectionLifecycle.Async);
    }

    private async Task<List<string>> RowsAsync(string table)
    {
        var rows = new List<string>();
        await using var command = Store.DataSource.CreateCommand($"select concat_ws('|', name, items, changes, is_closed) from {table} order by name");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) rows.Add(reader.GetString(0));
        return rows;
    }

    private sealed class Baskets : FlatTableProjection
    {
        public Baskets(string name) : base(name)
        {
            Name = name;
            Table.AddColumn<Guid>("id").AsPrimaryKey();
            Table.AddColumn<string>("name");
            Table.AddColumn<int>("items").NotNull().DefaultValue("0");
            Table.AddColumn<long>("changes").NotNull().DefaultValue("0");
            Table.AddColumn<bool>("is_closed").NotNull().DefaultValue("false");
            Table.AddColumn<DateTimeOffset?>("opened");
            Table.AddIndex("name", "is_closed");
            Project<BasketOpened>(map =>
            {
                map.Map("name", e => e.Data.Name);
                map.Map("opened", e => e.Timestamp);
            });
            Project<ItemAdded>(map =>
            {
                map.Increment("items", e => e.Data.Quantity);
                map.Increment("changes");
            });
            Project<ItemRemoved>(map =>
            {
                map.Increment("items", e => -e.Data.Quantity);
                map.Decrement("changes");
                map.Increment("changes");
            });
            Project<DoorCounted>(map => map.SetValue("is_closed", true));
            Delete<BasketClosed>();
        }

        public override string Name { get; }
    }

    private sealed class ShopperBaskets : FlatTableProjection
    {
        public ShopperBaskets() : base("shopper_baskets")
        {
            Table.AddColumn<Guid>("shopper").AsPrimaryKey();
            Table.AddColumn<string>("name").AsPrimaryKey();
            Table.AddColumn<long>("count");
            Project<BasketOpened>(map => map.Increment("count"), e => new object[] { e.Data.Shopper, e.Data.Name });
        }
    }

    private sealed class Shoppers : FlatTableProjection
    {
        public Shoppers() : base("shoppers")
        {
            Table.AddColumn<Guid>("shopper").AsPrimaryKey();
            Project<BasketOpened>(_ => { }, e => new object[] { e.Data.Shopper });
        }
    }

    private sealed class Bare : FlatTableProjection
    {
        public Bare(Action<FlatTable>? table = null, Action<FlatTableMap<ItemAdded>>? map = null) : base("bare")
        {
            Table.AddColumn<Guid>("id").AsPrimaryKey();
            Table.AddColumn<string>("name");
            table?.Invoke(Table);
            if (map is not null) Project(map);
        }
    }
}
