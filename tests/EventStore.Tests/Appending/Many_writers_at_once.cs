namespace EventStore.Tests;

public sealed class Many_writers_at_once : StoreSpec
{
    [Fact]
    public async Task on_one_stream_get_dense_versions_and_lose_nothing()
    {
        var stream = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++) await AppendAsync(stream, new ItemAdded($"writer {writer}", i), new ItemRemoved($"writer {writer}", i));
        })));

        await using var session = Store.QuerySession();
        var events = await session.Events.FetchStreamAsync(stream);
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 400).Select(n => (long)n));
        events.Select(e => e.Sequence).ShouldBeInOrder();
        foreach (var writer in events.Select(e => e.Data).OfType<ItemAdded>().GroupBy(added => added.Item))
            writer.Select(added => added.Quantity).ShouldBe(Enumerable.Range(0, 25));
    }

    [Fact]
    public async Task who_expect_the_same_version_succeed_one_at_a_time_and_leave_no_gap_in_the_log()
    {
        var stream = Guid.NewGuid();
        await AppendAsync(stream, new ItemAdded("first", 0));

        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                await using var session = Store.LightweightSession();
                var basket = await session.Events.FetchForWriting<Basket>(stream);
                basket.AppendOne(new ItemAdded("pear", 1));
                try
                {
                    await session.SaveChangesAsync(Cancellation);
                    done++;
                }
                catch (EventStreamUnexpectedVersionException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        })));

        refused.ShouldBeGreaterThan(0);
        (await ScalarAsync<long>("select version from mt_streams")).ShouldBe(81);
        (await ScalarAsync<long>("select max(seq_id) from mt_events")).ShouldBe(81);
    }
}
