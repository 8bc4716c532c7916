using Npgsql;

namespace EventStore.Tests.Faults;

/// <summary>It says so, and what is in the database stays whole.</summary>
public sealed class A_session_that_is_misused : FaultSpec
{
    [Fact]
    public async Task by_two_saves_at_once_saves_once_and_refuses_the_other()
    {
        for (var round = 0; round < 20; round++)
        {
            var stream = Guid.NewGuid();
            await using var session = Direct.LightweightSession();
            session.Events.Append(stream, new BasketOpened(Shop.Shopper, "twice"), new ItemAdded("pear", 1));

            var saves = Enumerable.Range(0, 2).Select(_ => Task.Run(() => session.SaveChangesAsync(Cancellation))).ToList();
            foreach (var save in saves)
            {
                try
                {
                    await save;
                }
                catch (InvalidStoreUseException refusal)
                {
                    refusal.Code.ShouldBe("SESSION_IN_USE");
                }
            }

            (await session.Events.FetchStreamAsync(stream, cancellationToken: Cancellation)).Count.ShouldBe(2);
        }

        await Books.BalanceAsync();
    }

    [Fact]
    public async Task after_it_was_disposed_of_saves_nothing()
    {
        var session = Direct.LightweightSession();
        session.Events.Append(Shop.Shared, new ItemAdded("pear", 1));
        await session.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(session.SaveChangesAsync(Cancellation));
        await Should.ThrowAsync<ObjectDisposedException>(session.Events.AppendExclusive(Shop.Shared, Cancellation, new ItemAdded("plum", 1)));

        (await Direct.QuerySession().Events.FetchStreamStateAsync(Shop.Shared, Cancellation))!.Version.ShouldBe(1);
        await Books.UntilNoLockIsHeldAsync();
    }

    [Theory]
    [InlineData("unit")]
    [InlineData("fetch")]
    [InlineData("exclusive")]
    public async Task whose_save_is_cancelled_at_any_step_has_saved_or_not_and_may_save_again(string name)
    {
        var work = Work.Named(name);
        for (var step = 1; ; step++)
        {
            var key = $"{name} {step}";
            using var cancelled = new CancellationTokenSource();
            await using var store = Shop.Open(Relay.ConnectionString);
            await using var session = store.LightweightSession();
            await work.CollectAsync(session, key, "first", Cancellation);
            Relay.StrikeAt(step, Strike.Pass, cancelled.CancelAsync);
            var wasCancelled = false;
            try
            {
                await session.SaveChangesAsync(cancelled.Token);
            }
            catch (OperationCanceledException)
            {
                wasCancelled = true;
            }

            var struck = Relay.HasStruck;
            Relay.StrikeAt(0, Strike.Pass);
            var done = await Books.ResultOfAsync(work, key);
            if (!wasCancelled) done.ShouldBe("first");
            else
            {
                // An exclusive turn is over, so that the stream may have moved on by the next attempt; here nobody else writes.
                try
                {
                    await session.SaveChangesAsync(Cancellation);
                    done.ShouldBeNull();
                }
                catch (IdempotencyKeyReusedException reused)
                {
                    reused.FirstResult.ShouldBe(done);
                }
            }

            (await Books.ResultOfAsync(work, key)).ShouldBe("first");
            await Books.BalanceAsync();
            if (!struck) break;
        }

        await Books.UntilNoLockIsHeldAsync();
    }

    [Theory]
    [InlineData("mt_doc_basket")]
    [InlineData("mt_events")]
    public async Task whose_exclusive_turn_is_broken_by_a_cancelled_read_may_save_again(string table)
    {
        await using var session = Direct.LightweightSession();
        await session.Events.AppendExclusive(Shop.Shared, Cancellation, new ItemAdded("pear", 1));

        await using (var other = await Direct.DataSource.OpenConnectionAsync(Cancellation))
        await using (var transaction = await other.BeginTransactionAsync(Cancellation))
        {
            await using var block = new NpgsqlCommand($"lock table {table} in access exclusive mode", other);
            await block.ExecuteNonQueryAsync(Cancellation);
            using var cancelled = new CancellationTokenSource();
            Task read = table == "mt_events"
                ? session.Events.FetchStreamAsync(Shop.Shared, cancellationToken: cancelled.Token)
                : session.SaveChangesAsync(cancelled.Token);
            await Books.UntilSomebodyWaitsForALockAsync();
            await cancelled.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(read);
        }

        await session.SaveChangesAsync(Cancellation);

        session.LastSavedEvents.ShouldHaveSingleItem().Version.ShouldBe(2);
        await Books.BalanceAsync();
        await Books.UntilNoLockIsHeldAsync();
    }

    [Fact]
    public async Task by_more_writers_than_the_pool_has_connections_makes_them_wait_and_not_fail()
    {
        await using var store = Shop.Open(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 3, Timeout = 60 }.ConnectionString);

        // A conflict has to be explained, and an exclusive turn has to read: neither may need a second connection while it holds one.
        await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                var work = (writer + i) % 2 == 0 ? Work.Fetch : Work.Exclusive;
                await work.DoUntilDoneAsync(store, $"{writer} {i}", Cancellation);
                await using var session = store.LightweightSession();
                (await session.Events.FetchForExclusiveWriting<Basket>(Shop.Shared, Cancellation)).AppendOne(new ItemAdded("pear", 1));
                await session.SaveChangesAsync(Cancellation);
            }
        }))).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        await Books.BalanceAsync();
    }

    [Fact]
    public async Task by_more_writers_than_the_pool_has_connections_makes_them_wait_also_where_documents_lack_events()
    {
        var streams = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();
        await using (var session = Direct.LightweightSession())
        {
            foreach (var stream in streams) session.Events.StartStream<Basket>(stream, new BasketOpened(Shop.Shopper, "basket"));
            await session.SaveChangesAsync(Cancellation);
        }

        await using (var delete = Direct.DataSource.CreateCommand("delete from mt_doc_basket")) await delete.ExecuteNonQueryAsync(Cancellation);
        await using var store = Shop.Open(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 3, Timeout = 60 }.ConnectionString);
        await Task.WhenAll(streams.Select((stream, number) => Task.Run(async () =>
        {
            await using var session = store.LightweightSession();
            if (number % 3 == 0) (await session.Events.FetchForExclusiveWriting<Basket>(stream, Cancellation)).AppendOne(new ItemAdded("pear", 1));
            else if (number % 3 == 1) await session.Events.AppendExclusive(stream, Cancellation, new ItemAdded("pear", 1));
            else session.Events.Append(stream, new ItemAdded("pear", 1));
            await session.SaveChangesAsync(Cancellation);
        }))).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        (await Direct.QuerySession().LoadManyAsync<Basket>(streams, Cancellation)).ShouldAllBe(basket => basket.Items == 1);
    }
}
