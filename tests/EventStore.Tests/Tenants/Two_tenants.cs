namespace EventStore.Tests;

/// <summary>Everything a tenant has is its own, whatever the streams are identified by and however the tables are laid out.</summary>
public abstract class Two_tenants : DaemonSpec
{
    private static readonly Guid Shopper = Guid.NewGuid();

    protected abstract Identity Stream { get; }

    [Fact]
    public async Task may_have_streams_of_the_same_name()
    {
        await AppendAsync("east", new BasketOpened(Shopper, "red"), new ItemAdded("pear", 1));
        await AppendAsync("west", new BasketOpened(Shopper, "blue"));

        await using var east = Store.QuerySession("east");
        await using var west = Store.QuerySession("west");
        (await east.Events.FetchStreamAsync(Stream)).Select(e => (e.TenantId, e.Version)).ShouldBe([("east", 1), ("east", 2)]);
        (await west.Events.FetchStreamStateAsync(Stream))!.Version.ShouldBe(1);
        (await west.Events.AggregateStreamAsync<Basket>(Stream))!.Name.ShouldBe("blue");
        await using var nobody = Store.QuerySession();
        (await nobody.Events.FetchStreamAsync(Stream)).ShouldBeEmpty();
    }

    [Fact]
    public async Task have_versions_and_conflicts_of_their_own()
    {
        await AppendAsync("east", new BasketOpened(Shopper, "red"));
        await AppendAsync("west", new BasketOpened(Shopper, "blue"));
        await using var session = Store.LightweightSession("east");
        var basket = await session.Events.FetchForWriting<Basket>(Stream);
        await AppendAsync("west", new ItemAdded("pear", 1));
        basket.AppendOne(new ItemAdded("plum", 1));
        await session.SaveChangesAsync();

        basket.AppendOne(new ItemAdded("fig", 1));
        var refusal = await Should.ThrowAsync<EventStreamUnexpectedVersionException>(session.SaveChangesAsync());

        (refusal.StreamId, refusal.ExpectedVersion, refusal.ActualVersion).ShouldBe((Stream, 1, 2));
    }

    [Fact]
    public async Task have_documents_of_their_own_inline_and_behind()
    {
        await Daemon.StartAsync();
        await AppendAsync("east", new BasketOpened(Shopper, "red"), new ItemAdded("pear", 1));
        await AppendAsync("west", new BasketOpened(Shopper, "blue"));
        var last = await AppendAsync("west", new ItemAdded("fig", 5));
        await Daemon.WaitForAsync(last, Cancellation);

        await using var east = Store.QuerySession("east");
        await using var west = Store.QuerySession("west");
        (await InlineAsync(east)).ShouldBe(("red", 1));
        (await InlineAsync(west)).ShouldBe(("blue", 5));
        (await east.LoadAsync<ShopperTotals>(Shopper))!.Names.ShouldBe(["red"]);
        (await west.LoadAsync<ShopperTotals>(Shopper))!.Names.ShouldBe(["blue"]);
    }

    [Fact]
    public async Task are_written_together_when_asked_for()
    {
        await using var session = Store.LightweightSession("east");
        session.Events.Append(Stream, new ItemAdded("pear", 1));
        session.ForTenant("west").Events.Append(Stream, new ItemAdded("plum", 1), new ItemAdded("fig", 1));
        await session.SaveChangesAsync();

        session.LastSavedEvents.Select(e => (e.TenantId, e.Version)).ShouldBe([("east", 1), ("west", 1), ("west", 2)]);
        var seen = new List<string>();
        await foreach (var e in session.Events.ReadAllAsync(filter: new LogFilter { AllTenants = true })) seen.Add(e.TenantId);
        seen.ShouldBe(["east", "west", "west"]);
    }

    [Fact]
    public async Task use_the_same_idempotency_key_without_meeting()
    {
        foreach (var tenant in new[] { "east", "west" })
        {
            await using var session = Store.LightweightSession(tenant);
            session.SetIdempotencyKey("key", tenant);
            session.Events.StartStream(Stream, new ItemAdded("pear", 1));
            await session.SaveChangesAsync();
        }

        await using var again = Store.LightweightSession("west");
        again.SetIdempotencyKey("key", "other");
        again.Events.Append(Stream, new ItemAdded("pear", 1));
        (await Should.ThrowAsync<IdempotencyKeyReusedException>(again.SaveChangesAsync())).FirstResult.ShouldBe("west");
    }

    [Fact]
    public async Task archive_and_lock_their_own_streams()
    {
        await AppendAsync("east", new ItemAdded("pear", 1));
        await AppendAsync("west", new ItemAdded("pear", 1));
        await using var east = Store.LightweightSession("east");
        east.Events.ArchiveStream(Stream);
        await east.SaveChangesAsync();

        await using var west = Store.LightweightSession("west");
        await west.Events.AppendExclusive(Stream, Cancellation, new ItemAdded("plum", 1));
        await west.SaveChangesAsync();

        (await east.Events.FetchStreamStateAsync(Stream))!.IsArchived.ShouldBeTrue();
        (await west.Events.FetchStreamStateAsync(Stream))!.Version.ShouldBe(2);
    }

    [Fact]
    public Task apply_and_assert_the_same_schema_again() => Store.Schema.ApplyAsync().ContinueWith(_ => Store.Schema.AssertAsync(), TaskScheduler.Default).Unwrap();

    protected override void Configure(StoreOptions options)
    {
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Projections.Snapshot<Basket>(ProjectionLifecycle.Inline);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Async);
    }

    private async Task<(string Name, int Items)> InlineAsync(IQuerySession session)
    {
        var basket = await session.LoadAsync<Basket>(Stream);
        return (basket!.Name, basket.Items);
    }

    private async Task<long> AppendAsync(string tenant, params object[] events)
    {
        await using var session = Store.LightweightSession(tenant);
        session.Events.Append(Stream, events);
        await session.SaveChangesAsync(Cancellation);
        return session.LastSequence;
    }
}

public sealed class Two_tenants_with_guids : Two_tenants
{
    protected override Identity Stream { get; } = Guid.NewGuid();
}

public sealed class Two_tenants_with_keys : Two_tenants
{
    protected override Identity Stream => "basket/Ünïcode '17'";

    protected override void Configure(StoreOptions options)
    {
        base.Configure(options);
        options.Events.StreamIdentity = StreamIdentity.AsString;
    }
}

public sealed class Two_tenants_with_partitions : Two_tenants
{
    protected override Identity Stream { get; } = Guid.NewGuid();

    [Fact]
    public async Task have_partitions_of_their_own()
    {
        await using var session = Store.LightweightSession("west");
        session.Events.Append(Stream, new ItemAdded("pear", 1));
        await session.SaveChangesAsync();

        (await ScalarAsync<long>("select count(*) from mt_events_t_west")).ShouldBe(1);
        (await ScalarAsync<long>("select count(*) from mt_events_t_east")).ShouldBe(0);
    }

    protected override void Configure(StoreOptions options)
    {
        base.Configure(options);
        options.Events.UseTenantPartitionedEvents = true;
        options.Events.AddTenants("east", "west", "the north's");
    }
}

public sealed class Two_tenants_with_archive_partitions : Two_tenants
{
    protected override Identity Stream { get; } = Guid.NewGuid();

    protected override void Configure(StoreOptions options)
    {
        base.Configure(options);
        options.Events.UseArchivedStreamPartitioning = true;
    }
}
