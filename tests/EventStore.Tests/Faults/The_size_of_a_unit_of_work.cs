namespace EventStore.Tests.Faults;

/// <summary>However much there is to write, it is one request and one answer.</summary>
public sealed class The_size_of_a_unit_of_work : FaultSpec
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 10_000)]
    [InlineData(5_000, 1)]
    [InlineData(200, 50)]
    public async Task does_not_change_that_it_is_one_round_trip(int streams, int eventsEach)
    {
        await using var store = Shop.Open(Relay.ConnectionString);
        await using var session = store.LightweightSession();
        (await session.Events.FetchStreamStateAsync(Shop.Shared, Cancellation)).ShouldNotBeNull();
        for (var i = 0; i < streams; i++)
            session.Events.StartStream<Basket>(Guid.NewGuid(), [new BasketOpened(Shop.Shopper, $"{i}"), .. Enumerable.Range(1, eventsEach - 1).Select(n => new ItemAdded("pear", n))]);
        session.SetIdempotencyKey("large", "done");

        // The second request is the notification, which is sent when all is done.
        var committed = new TaskCompletionSource<long>();
        Relay.WhenAsked(2, async () => committed.TrySetResult(await Books.CountAsync("select count(*) from mt_idempotency_keys")));
        await session.SaveChangesAsync(Cancellation);

        (await committed.Task.WaitAsync(Cancellation)).ShouldBe(1);
        session.LastSavedEvents.Count.ShouldBe(streams * eventsEach);
        await Books.BalanceAsync();
    }

    [Fact]
    public async Task does_not_change_that_appends_to_streams_that_exist_are_three()
    {
        var streams = Enumerable.Range(0, 2_000).Select(_ => Guid.NewGuid()).ToList();
        await using (var first = Direct.LightweightSession())
        {
            foreach (var stream in streams) first.Events.StartStream<Basket>(stream, new BasketOpened(Shop.Shopper, "basket"));
            await first.SaveChangesAsync(Cancellation);
        }

        await using var store = Shop.Open(Relay.ConnectionString);
        await using var session = store.LightweightSession();
        (await session.Events.FetchStreamStateAsync(Shop.Shared, Cancellation)).ShouldNotBeNull();
        foreach (var stream in streams) session.Events.Append(stream, new ItemAdded("pear", 1));
        session.SetIdempotencyKey("large", "done");

        // The versions and the documents are two statements, each an answer to the one before.
        var committed = new TaskCompletionSource<long>();
        Relay.WhenAsked(4, async () => committed.TrySetResult(await Books.CountAsync("select count(*) from mt_idempotency_keys")));
        await session.SaveChangesAsync(Cancellation);

        (await committed.Task.WaitAsync(Cancellation)).ShouldBe(1);
        await Books.BalanceAsync();
    }
}
