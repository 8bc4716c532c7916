namespace EventStore.Tests;

public sealed class What_Marten_leaves_in_the_log : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task tombstones_fill_their_numbers_and_are_seen_by_nobody()
    {
        await Daemon.StartAsync();
        await using var listening = Store.Tail.ReadAsync(0, Cancellation).GetAsyncEnumerator(Cancellation);
        await AppendAsync(_stream, new DoorCounted(1));
        await ExecuteAsync(
            """
            insert into mt_streams (id, version, type) values ('00000000-0000-0000-0000-00000000dead', 0, null);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('mt_events_sequence'), gen_random_uuid(), '00000000-0000-0000-0000-00000000dead', -1, '{}', 'tombstone', now());
            """);
        var last = await AppendAsync(_stream, new DoorCounted(2));

        await Daemon.WaitForAsync(last, Cancellation);

        last.ShouldBe(3);
        (await LedgerAsync("ledger")).ShouldBe([1, 3]);
        await listening.MoveNextAsync();
        await listening.MoveNextAsync();
        listening.Current.Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task the_numbers_that_never_came_are_written_down_as_Marten_does()
    {
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(await AppendAsync(_stream, new DoorCounted(1)), Cancellation);
        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();
        await AppendAsync(_stream, new DoorCounted(2));

        while (await ScalarAsync<long>("select count(*) from mt_high_water_skips") == 0) await Task.Delay(5, Cancellation);

        (await ScalarAsync<string>("select concat_ws(' ', starting_sequence, ending_sequence) from mt_high_water_skips")).ShouldBe("1 2");
    }

    protected override void Configure(StoreOptions options) => options.Projections.Subscribe(new Ledger("ledger"));
}
