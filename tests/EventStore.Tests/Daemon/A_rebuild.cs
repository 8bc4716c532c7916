using System.Text;
using Npgsql;

namespace EventStore.Tests;

public sealed class A_rebuild : DaemonSpec
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ExecuteAsync("create table doors (sequence bigint primary key, people int)");
    }

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
        await Daemon.RebuildProjectionAsync("BasketSummary", cancellationToken: Cancellation);
        await Daemon.RebuildProjectionAsync("ShopperTotals", cancellationToken: Cancellation);

        (await DumpAsync("mt_doc_basketsummary")).ShouldBe(live.Baskets);
        (await DumpAsync("mt_doc_shoppertotals")).ShouldBe(live.Shoppers);
    }

    [Fact]
    public async Task is_refused_for_what_keeps_no_documents()
    {
        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(Daemon.RebuildProjectionAsync("ledger", cancellationToken: Cancellation));

        refusal.Code.ShouldBe("PROJECTION_CANNOT_REBUILD");
    }

    [Fact]
    public async Task is_refused_while_somebody_else_does_the_same()
    {
        await AppendAsync(Guid.NewGuid(), new BasketOpened(Guid.NewGuid(), "one"));
        await using var held = new NpgsqlConnection(ConnectionString);
        await held.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('EventStore:public:rebuild:BasketSummary', 0))", held);
        await command.ExecuteNonQueryAsync();

        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(Daemon.RebuildProjectionAsync("BasketSummary", cancellationToken: Cancellation));

        refusal.Code.ShouldBe("PROJECTION_REBUILDING");
    }

    [Fact]
    public async Task is_done_by_any_node_while_another_runs_the_projection_and_writers_go_on()
    {
        await using var otherStore = NewStore();
        await using var other = otherStore.BuildDaemon();
        await other.StartAsync();
        var streams = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++) await AppendAsync(streams[i % streams.Count], new ItemAdded("pear", i), new DoorCounted(i));
        });
        await UntilAsync(() => other.Status.Shards.All(shard => shard.Position > 50));
        await ExecuteAsync("update mt_doc_basketsummary set data = '{}'");

        for (var i = 0; i < 5; i++) await Daemon.RebuildProjectionAsync("BasketSummary", cancellationToken: Cancellation);
        await enough.CancelAsync();
        await writing;

        var last = await AppendAsync(streams[0], new ItemAdded("fig", 1));
        await other.WaitForAsync(last, Cancellation);
        await using var session = Store.QuerySession();
        foreach (var stream in streams)
        {
            var expected = await session.Events.AggregateStreamAsync<BasketSummary>(stream);
            var actual = await session.LoadAsync<BasketSummary>(stream);
            actual!.Items.ShouldBe(expected!.Items);
        }

        (await ScalarAsync<long>("select count(*) from information_schema.tables where table_name like '%rebuild%'")).ShouldBe(0);
        (await ScalarAsync<long>("select count(*) from mt_event_progression where name like '%Rebuild%'")).ShouldBe(0);
    }

    [Fact]
    public async Task never_shows_readers_an_empty_or_half_built_state()
    {
        var streams = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();
        foreach (var stream in streams) await AppendAsync(stream, new ItemAdded("pear", 1));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(50, Cancellation);
        var rebuilding = Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++) await Daemon.RebuildProjectionAsync("BasketSummary", cancellationToken: Cancellation);
        });

        await using var session = Store.QuerySession();
        while (!rebuilding.IsCompleted) (await session.LoadManyAsync<BasketSummary>(streams)).Count.ShouldBe(50);
        await rebuilding;
    }

    [Fact]
    public async Task makes_inline_documents_anew_while_they_are_written()
    {
        await using var inline = NewStore(options => options.Projections.Add(new InlineTwin(), ProjectionLifecycle.Inline));
        await inline.Schema.ApplyAsync();
        var daemon = inline.BuildDaemon();
        var streams = Enumerable.Range(0, 8).Select(_ => Guid.NewGuid()).ToList();
        var writing = Enumerable.Range(0, 4).Select(n => Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await using var session = inline.LightweightSession();
                session.Events.Append(streams[(i + n) % streams.Count], new ItemAdded("pear", 1));
                await session.SaveChangesAsync(Cancellation);
            }
        })).ToList();
        for (var i = 0; i < 6; i++)
        {
            await ExecuteAsync("update mt_doc_a_rebuild_twin set data = jsonb_set(data, '{Items}', '-1000')");
            await daemon.RebuildProjectionAsync("Twin", cancellationToken: Cancellation);
        }

        await Task.WhenAll(writing);

        await using var query = inline.QuerySession();
        var items = await query.LoadManyAsync<Twin>(streams);
        items.Sum(twin => twin.Items).ShouldBe(240);
    }

    [Fact]
    public async Task goes_on_where_it_was_cut_off()
    {
        Store.Options.Projections.BatchSize = 1000;
        var stream = Guid.NewGuid();
        for (var i = 0; i < 25; i++) await AppendAsync(stream, [.. Enumerable.Range(0, 1000).Select(n => new ItemAdded("pear", n))]);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var first = new List<RebuildProgress>();
        var halfway = new Progress(progress =>
        {
            first.Add(progress);
            cut.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(Daemon.RebuildProjectionAsync("BasketSummary", halfway, cut.Token));

        // What it had in memory was not written yet; this is what a rebuild that ran for longer leaves behind.
        await ExecuteAsync(
            $"insert into mt_doc_basketsummary__rebuild (id, data, mt_version) values ('{stream}', '{{\"Id\":\"{stream}\",\"Name\":\"from the first run\",\"Items\":0,\"ByItem\":{{}}}}', 12000);" +
            "update mt_event_progression set last_seq_id = 12000 where name like 'BasketSummary:Rebuild:%'");
        var second = new List<RebuildProgress>();
        await Daemon.RebuildProjectionAsync("BasketSummary", new Progress(second.Add), Cancellation);

        second[0].Position.ShouldBeGreaterThan(12000);
        second[^1].Fraction.ShouldBe(1);
        await using var session = Store.QuerySession();
        (await session.LoadAsync<BasketSummary>(stream))!.Name.ShouldBe("from the first run");
    }

    [Fact]
    public async Task of_other_code_starts_from_the_beginning()
    {
        var stream = Guid.NewGuid();
        await AppendAsync(stream, new ItemAdded("pear", 3));
        await ExecuteAsync("insert into mt_event_progression (name, last_seq_id) values ('BasketSummary:Rebuild:othercode', 1)");

        await Daemon.RebuildProjectionAsync("BasketSummary", cancellationToken: Cancellation);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<BasketSummary>(stream))!.Items.ShouldBe(3);
    }

    [Fact]
    public async Task treats_a_bad_event_as_the_projection_is_told_to()
    {
        var (good, bad) = (Guid.NewGuid(), Guid.NewGuid());
        await AppendAsync(good, new ItemAdded("pear", 3));
        await AppendAsync(bad, new ItemAdded("pear", 3), new ItemAdded("plum", 1));
        await AppendAsync(good, new ItemAdded("fig", 1));
        await ExecuteAsync($"update mt_events set data = '{{\"Quantity\": \"many\"}}' where stream_id = '{bad}' and version = 2");

        await Daemon.RebuildProjectionAsync("BasketSummary", cancellationToken: Cancellation);
        await using var strict = NewStore(options => options.Projections.Errors.SkipSerializationErrors = false);
        await using var strictDaemon = strict.BuildDaemon();
        var refusal = await Should.ThrowAsync<RebuildFailedException>(strictDaemon.RebuildProjectionAsync("BasketSummary", cancellationToken: Cancellation));

        (refusal.Sequence, refusal.ProjectionName).ShouldBe((3, "BasketSummary"));
        var letter = (await Store.DeadLetters.ListAsync("BasketSummary", cancellationToken: Cancellation)).Single();
        letter.EventSequence.ShouldBe(3);
        await using var session = Store.QuerySession();
        (await session.LoadAsync<BasketSummary>(good))!.Items.ShouldBe(4);
        (await session.LoadAsync<BasketSummary>(bad))!.Items.ShouldBe(3);
    }

    [Fact]
    public async Task fills_the_tables_that_a_projection_names_in_one_transaction()
    {
        await AppendAsync(Guid.NewGuid(), new DoorCounted(4), new DoorCounted(5));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("doors", 2, Cancellation);
        await ExecuteAsync("update doors set people = 99; insert into doors values (77, 7)");

        await Daemon.RebuildProjectionAsync("doors", cancellationToken: Cancellation);

        (await ScalarAsync<string>("select string_agg(sequence || '=' || people, ',' order by sequence) from doors")).ShouldBe("1=4,2=5");
        var last = await AppendAsync(Guid.NewGuid(), new DoorCounted(6));
        await Daemon.WaitForAsync("doors", last, Cancellation);
        (await ScalarAsync<long>("select count(*) from doors")).ShouldBe(3);
    }

    [Fact]
    public async Task waits_for_a_page_that_is_half_written_without_standing_in_its_way()
    {
        await AppendAsync(Guid.NewGuid(), new DoorCounted(4), new DoorCounted(5));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("doors", 2, Cancellation);
        await Daemon.StopAsync();
        await using var page = new NpgsqlConnection(ConnectionString);
        await page.OpenAsync();
        await using var transaction = await page.BeginTransactionAsync();
        await new NpgsqlCommand("update doors set people = people", page).ExecuteNonQueryAsync();

        var rebuild = Daemon.RebuildProjectionAsync("doors", cancellationToken: Cancellation);
        while (!await ScalarAsync<bool>("select exists (select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))"))
            await Task.Delay(10, Cancellation);
        // A page of the daemon writes its rows first and its checkpoint last.
        await new NpgsqlCommand("update mt_event_progression set last_seq_id = last_seq_id", page).ExecuteNonQueryAsync();
        await transaction.CommitAsync();

        await rebuild;
        (await ScalarAsync<string>("select string_agg(sequence || '=' || people, ',' order by sequence) from doors")).ShouldBe("1=4,2=5");
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.BatchSize = 7;
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Async);
        options.Projections.Add((IProjection)new Ledger("ledger"), ProjectionLifecycle.Async);
        options.Projections.Add(new Doors(), ProjectionLifecycle.Async);
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

    private sealed class Progress(Action<RebuildProgress> tell) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => tell(value);
    }

    private sealed class Doors : IProjection
    {
        public string Name => "doors";
        public IReadOnlyCollection<Type>? EventTypes => [typeof(DoorCounted)];
        public IReadOnlyList<string> Tables => ["public.doors"];

        public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
        {
            foreach (var e in events)
            {
                operations.QueueSqlCommand(new NpgsqlBatchCommand("insert into doors values ($1, $2)")
                {
                    Parameters = { new() { Value = e.Sequence }, new() { Value = ((DoorCounted)e.Data).People } },
                });
            }

            return Task.CompletedTask;
        }
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
