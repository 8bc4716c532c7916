namespace EventStore.Tests;

public sealed class When_a_stream_is_taken_exclusively : StoreSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task writers_take_turns_and_nobody_meets_a_conflict(bool exists)
    {
        if (exists) await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async n =>
        {
            await using var session = Store.LightweightSession();
            var basket = await session.Events.FetchForExclusiveWriting<Basket>(_stream, Cancellation);
            basket.AppendOne(basket.StartingVersion == 0 ? new BasketOpened(Guid.NewGuid(), "new") : new ItemAdded("pear", (int)basket.StartingVersion));
            await session.SaveChangesAsync(Cancellation);
        }));

        await using var query = Store.QuerySession();
        (await query.Events.FetchStreamAsync(_stream)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, exists ? 17 : 16).Select(n => (long)n));
    }

    [Fact]
    public async Task a_writer_who_asks_for_nothing_waits_for_its_turn()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));
        await using var holder = Store.LightweightSession();
        await holder.Events.AppendExclusive(_stream, Cancellation, new ItemAdded("plum", 1));

        var other = AppendAsync(_stream, new ItemAdded("fig", 1));
        await holder.SaveChangesAsync();
        await other;

        await using var query = Store.QuerySession();
        (await query.Events.FetchStreamAsync(_stream)).Select(e => ((ItemAdded)e.Data).Item).ShouldBe(["pear", "plum", "fig"]);
    }

    [Fact]
    public async Task a_session_that_is_left_unsaved_lets_go_and_writes_nothing()
    {
        await using (var holder = Store.LightweightSession())
            await holder.Events.AppendExclusive(_stream, Cancellation, new ItemAdded("plum", 1));

        (await AppendAsync(_stream, new ItemAdded("fig", 1))).ShouldBe(1);
    }

    [Fact]
    public async Task a_refused_save_lets_go_too()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));
        var taken = Guid.NewGuid();
        await AppendAsync(taken, new ItemAdded("pear", 1));
        await using var holder = Store.LightweightSession();
        await holder.Events.AppendExclusive(_stream, Cancellation, new ItemAdded("plum", 1));
        holder.Events.StartStream(taken, new ItemAdded("plum", 1));
        await Should.ThrowAsync<ExistingStreamIdCollisionException>(holder.SaveChangesAsync());

        await AppendAsync(_stream, new ItemAdded("fig", 1));

        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(3);
    }

    [Fact]
    public async Task who_waits_too_long_is_told_which_stream_it_is()
    {
        await using var holder = Store.LightweightSession();
        await holder.Events.AppendExclusive(_stream, Cancellation, new ItemAdded("plum", 1));
        await using var other = Store.LightweightSession();

        var refusal = await Should.ThrowAsync<StreamLockedException>(other.Events.FetchForExclusiveWriting<Basket>(_stream, Cancellation));

        refusal.StreamId.ShouldBe((Identity)_stream);
        await holder.SaveChangesAsync();
        await other.Events.AppendExclusive(_stream, Cancellation, new ItemAdded("fig", 1));
        await other.SaveChangesAsync();
    }
}
