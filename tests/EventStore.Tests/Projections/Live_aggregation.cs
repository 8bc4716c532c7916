namespace EventStore.Tests;

public sealed class Live_aggregation : StoreSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task folds_a_stream_to_any_version_or_moment()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3));
        await using var session = Store.QuerySession();
        var afterFirst = (await session.Events.FetchStreamAsync(_stream))[^1].Timestamp;
        await AppendAsync(_stream, new ItemAdded("fig", 1));

        (await session.Events.AggregateStreamAsync<Basket>(_stream))!.Items.ShouldBe(4);
        (await session.Events.AggregateStreamAsync<Basket>(_stream, version: 1))!.Items.ShouldBe(0);
        (await session.Events.AggregateStreamAsync<Basket>(_stream, timestamp: afterFirst))!.Items.ShouldBe(3);
        (await session.Events.AggregateStreamAsync<Basket>(Guid.NewGuid())).ShouldBeNull();
    }

    [Fact]
    public async Task uses_a_projection_registered_for_the_type()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3));
        await using var session = Store.QuerySession();

        (await session.Events.AggregateStreamAsync<BasketSummary>(_stream))!.Items.ShouldBe(3);
    }

    [Fact]
    public async Task says_what_to_do_about_a_type_that_cannot_be_folded()
    {
        await using var session = Store.QuerySession();

        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(session.Events.AggregateStreamAsync<ShopperTotals>(_stream));

        refusal.Code.ShouldBe("AGGREGATE_CANNOT_FOLD");
        refusal.Message.ShouldContain("IEvolve<ShopperTotals>");
    }

    protected override void Configure(StoreOptions options) => options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Live);
}
