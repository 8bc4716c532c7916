using Npgsql;

namespace EventStore.Tests;

/// <summary>Each test plays the transactions by hand, so what is open when is certain.</summary>
public sealed class The_high_water_mark : StoreSpec
{
    private readonly Guid _stream = Guid.NewGuid();
    private readonly ManualClock _clock = new();
    private HighWaterMark _mark = null!;

    [Fact]
    public async Task is_the_last_event_when_there_is_no_gap()
    {
        await AppendAsync(_stream, new DoorCounted(1), new DoorCounted(2));

        (await LookAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task stays_below_a_number_whose_transaction_is_open_and_moves_as_soon_as_it_commits()
    {
        await using var open = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await AppendAsync(_stream, new DoorCounted(1));

        (await LookAsync()).ShouldBe(0);
        _mark.IsBlocked.ShouldBeTrue();
        await open.CommitAsync();

        (await LookAsync()).ShouldBe(2);
        _mark.IsBlocked.ShouldBeFalse();
    }

    [Fact]
    public async Task passes_a_number_that_was_rolled_back_at_the_first_look()
    {
        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();
        await AppendAsync(_stream, new DoorCounted(1));

        (await LookAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task does_not_wait_for_open_transactions_that_took_no_number()
    {
        await using var reading = new NpgsqlConnection(ConnectionString);
        await reading.OpenAsync();
        await using var transaction = await reading.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("select count(*) from mt_events; lock table mt_progress_of_nobody in row exclusive mode", reading, transaction))
        {
            await ExecuteAsync("create table mt_progress_of_nobody ()");
            await command.ExecuteNonQueryAsync();
        }

        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();
        await AppendAsync(_stream, new DoorCounted(1));

        (await LookAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task goes_up_to_an_open_number_and_no_further_while_others_roll_back_around_it()
    {
        await AppendAsync(_stream, new DoorCounted(1));
        await using var undoneBefore = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await using var open = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await using var undoneAfter = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await AppendAsync(_stream, new DoorCounted(2));
        await undoneBefore.RollbackAsync();
        await undoneAfter.RollbackAsync();

        (await LookAsync()).ShouldBe(1);
        await open.RollbackAsync();

        (await LookAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task is_not_held_back_for_ever_by_writers_who_keep_coming()
    {
        var open = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        for (var i = 0; i < 5; i++)
        {
            await AppendAsync(_stream, new DoorCounted(i));
            await LookAsync();
            var next = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
            await open.RollbackAsync();
            await open.DisposeAsync();
            open = next;
        }

        await AppendAsync(_stream, new DoorCounted(9));
        (await LookAsync()).ShouldBe(10);
        await open.DisposeAsync();
    }

    [Fact]
    public async Task does_not_pass_an_open_number_however_often_it_looks()
    {
        await using var open = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        for (var i = 0; i < 20; i++)
        {
            await AppendAsync(_stream, new DoorCounted(i));
            (await LookAsync()).ShouldBe(0);
        }
    }

    [Fact]
    public async Task starts_at_the_end_of_a_quiet_log_without_reading_it()
    {
        await AppendAsync(_stream, new DoorCounted(1), new DoorCounted(2));
        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();

        await using (var connection = await Store.DataSource.OpenConnectionAsync()) await _mark.StartAsync(connection, 0, Cancellation);

        _mark.Value.ShouldBe(2, "a number taken in vain at the very end may be given out again after a crash");
    }

    [Fact]
    public async Task starts_where_it_was_kept_while_a_number_is_open()
    {
        await AppendAsync(_stream, new DoorCounted(1), new DoorCounted(2));
        await using var open = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());

        await using (var connection = await Store.DataSource.OpenConnectionAsync()) await _mark.StartAsync(connection, 1, Cancellation);

        _mark.Value.ShouldBe(1);
        (await LookAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task with_a_threshold_waits_for_a_number_that_was_taken_in_a_transaction_of_its_own()
    {
        _mark = new HighWaterMark(Store.Sql, TimeSpan.FromSeconds(3), _clock);
        var taken = await ScalarAsync<long>("select nextval('mt_events_sequence')");
        await AppendAsync(_stream, new DoorCounted(1));

        (await LookAsync()).ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        (await LookAsync()).ShouldBe(0);
        await InsertAsync(taken);

        (await LookAsync()).ShouldBe(2);
        _mark.IsBlocked.ShouldBeFalse();
        _mark.TakeSkips().ShouldBeEmpty();
    }

    [Fact]
    public async Task with_a_threshold_passes_a_number_that_was_missing_for_that_long_unless_a_transaction_holds_it()
    {
        _mark = new HighWaterMark(Store.Sql, TimeSpan.FromSeconds(3), _clock);
        await ScalarAsync<long>("select nextval('mt_events_sequence')");
        await using var open = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await AppendAsync(_stream, new DoorCounted(1));

        (await LookAsync()).ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(3));
        (await LookAsync()).ShouldBe(0);
        await open.RollbackAsync();

        (await LookAsync()).ShouldBe(3);
        _mark.TakeSkips().ShouldBe([(0, 2)]);
    }

    [Fact]
    public async Task with_a_threshold_does_not_start_beyond_a_number_that_may_still_come()
    {
        _mark = new HighWaterMark(Store.Sql, TimeSpan.FromSeconds(3), _clock);
        var taken = await ScalarAsync<long>("select nextval('mt_events_sequence')");
        await AppendAsync(_stream, new DoorCounted(1));

        await using (var connection = await Store.DataSource.OpenConnectionAsync()) await _mark.StartAsync(connection, 0, Cancellation);
        (await LookAsync()).ShouldBe(0);
        await InsertAsync(taken);

        (await LookAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task remembers_the_gaps_it_has_passed()
    {
        await AppendAsync(_stream, new DoorCounted(1));
        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();
        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();
        await AppendAsync(_stream, new DoorCounted(2));
        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();
        await AppendAsync(_stream, new DoorCounted(3));

        (await LookAsync()).ShouldBe(6);

        _mark.TakeSkips().ShouldBe([(1, 3), (4, 5)]);
        _mark.TakeSkips().ShouldBeEmpty();
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _mark = new HighWaterMark(Store.Sql, TimeSpan.Zero, _clock);
    }

    /// <summary>The second half of a writer that has taken its number beforehand.</summary>
    private Task InsertAsync(long sequence) => ExecuteAsync(
        $"""
        with stream as (insert into mt_streams (id, version) values ('{Guid.NewGuid()}', 1) returning id)
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select {sequence}, gen_random_uuid(), stream.id, 1, '{"{}"}', 'door_counted', now() from stream
        """);

    /// <summary>Looks as often as a look asks for another at once, and once more to find what a settled gap set free.</summary>
    private async Task<long> LookAsync()
    {
        await using var connection = await Store.DataSource.OpenConnectionAsync(Cancellation);
        for (var i = 0; i < 2; i++)
        {
            while (await _mark.AdvanceAsync(connection, Cancellation))
            {
            }
        }

        return _mark.Value;
    }
}
