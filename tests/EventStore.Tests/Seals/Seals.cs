using Npgsql;

namespace EventStore.Tests;

public sealed class Seals : SealSpec
{
    [Fact]
    public async Task cover_every_position_once_in_full_groups_and_a_rest()
    {
        var last = await HistoryAsync(30);

        await SealAsync(last);

        var seals = await Store.Seals.ListAsync();
        seals.Sum(seal => seal.Count).ShouldBe(30);
        seals.SkipLast(1).ShouldAllBe(seal => seal.Count == EveryEvents);
        seals[^1].LastSequence.ShouldBe(last);
        for (var i = 0; i < seals.Count; i++) seals[i].Follows(i == 0 ? null : seals[i - 1]).ShouldBeTrue();
        seals.ShouldAllBe(seal => seal.IsIntact);
        (await Store.Seals.ListAsync(afterNumber: 1, limit: 2)).Select(seal => seal.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task are_made_when_there_is_something_and_not_otherwise()
    {
        await Daemon.StartAsync();
        await ExecuteAsync("select nextval('mt_events_sequence') from generate_series(1, 20)");
        var first = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await SealedAsync(first);
        var second = await AppendAsync(Guid.NewGuid(), new DoorCounted(2));
        await SealedAsync(second);

        (await Store.Seals.ListAsync()).Select(seal => (seal.FirstSequence, seal.LastSequence, seal.Count)).ShouldBe([(1, 21, 1), (22, 22, 1)]);
    }

    [Fact]
    public async Task do_not_pass_an_event_that_is_not_committed_yet()
    {
        var before = await AppendAsync(Guid.NewGuid(), new DoorCounted(1), new DoorCounted(2));
        await using var late = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        for (var i = 0; i < 20; i++) await AppendAsync(Guid.NewGuid(), new DoorCounted(i));
        await Daemon.StartAsync();
        await SealedAsync(before);
        (await Store.Seals.LatestAsync())!.LastSequence.ShouldBe(before);

        await late.CommitAsync();
        await SealedAsync(late.Sequence + 20);

        (await Store.Seals.VerifyAsync()).ShouldSatisfyAllConditions(found => found.IsIntact.ShouldBeTrue(), found => found.Events.ShouldBe(23));
    }

    [Fact]
    public async Task are_made_by_whoever_has_the_turn_and_not_early_by_who_did_not_know_of_another()
    {
        await using var one = new Sealer(Store, new SealOptions(EveryEvents, TimeSpan.FromMinutes(1)));
        await using var other = new Sealer(Store, new SealOptions(EveryEvents, TimeSpan.FromMinutes(1)));
        var mark = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await using (var connection = await Store.DataSource.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var turn = new NpgsqlCommand(Store.Seals.Sql.TakeTurn, connection);
            await turn.ExecuteNonQueryAsync();
            (await one.SealAsync(null, mark, isLate: true, Cancellation)).IsTurnOfAnother.ShouldBeTrue();
        }

        var first = (await one.SealAsync(null, mark, isLate: true, Cancellation)).Latest!;
        mark = await AppendAsync(Guid.NewGuid(), new DoorCounted(2));
        (await other.SealAsync(null, mark, isLate: true, Cancellation)).Latest.ShouldBe(first);
        (await other.SealAsync(first, mark, isLate: false, Cancellation)).ShouldBe(new Sealer.Attempt(first, 1));
        (await other.SealAsync(first, mark, isLate: true, Cancellation)).Latest!.Follows(first).ShouldBeTrue();
    }

    [Fact]
    public async Task are_made_once_by_several_nodes_whose_connections_are_cut()
    {
        // Nodes with pools of their own, so that no connection is cut that the test itself appends with.
        await using var one = NewStore();
        await using var other = NewStore();
        await using var oneDaemon = one.BuildDaemon();
        await using var otherDaemon = other.BuildDaemon();
        await oneDaemon.StartAsync();
        await otherDaemon.StartAsync();

        var last = 0L;
        for (var i = 0; i < 60; i++)
        {
            last = await AppendAsync(Guid.NewGuid(), new DoorCounted(i), new DoorCounted(i));
            if (i % 15 == 7) await ExecuteAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query like '%mt_seals%' and pid <> pg_backend_pid()");
        }

        await SealedAsync(last);

        var found = await Store.Seals.VerifyAsync();
        (found.IsIntact, found.Events, found.Last!.LastSequence).ShouldBe((true, 120, last));
        await UntilAsync(() => oneDaemon.Status.IsHealthy && otherDaemon.Status.IsHealthy);
    }

    [Fact]
    public async Task are_neither_waited_for_nor_made_where_they_were_not_asked_for()
    {
        await using var other = NewStore(options => options.Projections.Subscribe(new Ledger("ledger")));
        await ExecuteAsync(Ledger.Table);
        await using var daemon = DocumentStore.For(options =>
        {
            options.Connection(ConnectionString);
            options.Events.AddEventType<DoorCounted>();
        }).BuildDaemon();
        await daemon.StartAsync();

        var last = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await daemon.WaitForAsync(last, Cancellation);

        daemon.Status.Shards.ShouldBeEmpty();
        Daemon.Status.Shards.Single().Name.ShouldBe("Seals");
        (await Store.Seals.LatestAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(65_537, 1)]
    [InlineData(1, 0)]
    public void need_a_size_and_an_interval(int everyEvents, int seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new EventOptions().AddSeals(everyEvents, TimeSpan.FromSeconds(seconds)));

    private async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo()) await Task.Delay(5, Cancellation);
    }
}
