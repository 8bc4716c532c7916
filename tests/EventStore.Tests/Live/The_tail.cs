namespace EventStore.Tests;

public sealed class The_tail : StoreSpec
{
    [Fact]
    public async Task gives_every_listener_every_event_once_and_in_order_wherever_it_begins()
    {
        for (var i = 0; i < 20; i++) await AppendAsync(Guid.NewGuid(), new DoorCounted(i));
        var listeners = new[] { 0L, 5, 19, 20 }.Select(after => (After: after, Read: TakeAsync(after, (int)(220 - after)))).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++) await AppendAsync(Guid.NewGuid(), new DoorCounted(i));
        })));

        foreach (var (after, read) in listeners) (await read).ShouldBe(Enumerable.Range((int)after + 1, 220 - (int)after).Select(n => (long)n));
    }

    [Fact]
    public async Task begins_now_when_no_position_is_given()
    {
        await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await using var listening = Store.Tail.ReadAsync(null, Cancellation).GetAsyncEnumerator(Cancellation);
        var first = listening.MoveNextAsync().AsTask();

        // "Now" is some moment after the call, so events are committed until one falls after it.
        while (!first.IsCompleted) await AppendAsync(Guid.NewGuid(), new DoorCounted(2));

        (await first).ShouldBeTrue();
        listening.Current.Data.ShouldBe(new DoorCounted(2));
    }

    [Fact]
    public async Task begins_now_and_not_where_the_last_listener_left()
    {
        var heard = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await TakeAsync(heard - 1, 1);
        var unheard = await AppendAsync(Guid.NewGuid(), new DoorCounted(2));

        await using var listening = Store.Tail.ReadAsync(null, Cancellation).GetAsyncEnumerator(Cancellation);
        var first = listening.MoveNextAsync().AsTask();
        while (!first.IsCompleted) await AppendAsync(Guid.NewGuid(), new DoorCounted(3));

        (await first).ShouldBeTrue();
        listening.Current.Sequence.ShouldBeGreaterThan(unheard);
    }

    [Fact]
    public async Task says_where_the_log_stands_which_is_before_whatever_is_still_to_be_committed()
    {
        var committed = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        (await Store.Tail.PositionAsync(Cancellation)).ShouldBe(committed);

        await using var late = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await AppendAsync(Guid.NewGuid(), new DoorCounted(2));
        (await Store.Tail.PositionAsync(Cancellation)).ShouldBe(committed);
    }

    [Fact]
    public async Task knows_a_position_that_the_log_has_never_given_out()
    {
        var last = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));

        (await Store.Tail.HasReachedAsync(last, Cancellation)).ShouldBeTrue();
        (await Store.Tail.HasReachedAsync(last + 1, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task gives_a_late_commit_before_what_came_after_it()
    {
        await using var late = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        var after = await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        var reading = TakeAsync(0, 2);

        await late.CommitAsync();

        (await reading).ShouldBe([late.Sequence, after]);
    }

    [Fact]
    public async Task serves_a_listener_that_fell_behind_what_memory_holds()
    {
        await using var slow = Store.Tail.ReadAsync(0, Cancellation).GetAsyncEnumerator(Cancellation);
        await AppendAsync(Guid.NewGuid(), new DoorCounted(0));
        (await slow.MoveNextAsync()).ShouldBeTrue();
        for (var i = 0; i < 6; i++) await AppendAsync(Guid.NewGuid(), [.. Enumerable.Range(0, 1000).Select(n => new DoorCounted(n))]);
        (await TakeAsync(6000, 1)).ShouldBe([6001]);

        for (var expected = 2L; expected <= 6001; expected++)
        {
            (await slow.MoveNextAsync()).ShouldBeTrue();
            slow.Current.Sequence.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task ends_when_it_is_cancelled_and_can_be_listened_to_again()
    {
        using var leaving = new CancellationTokenSource();
        var listening = TakeAsync(0, 2, leaving.Token);
        await AppendAsync(Guid.NewGuid(), new DoorCounted(1));
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(listening);

        await AppendAsync(Guid.NewGuid(), new DoorCounted(2));

        (await TakeAsync(0, 2)).ShouldBe([1, 2]);
    }

    private async Task<List<long>> TakeAsync(long? after, int count, CancellationToken? cancellation = null)
    {
        var sequences = new List<long>();
        await foreach (var e in Store.Tail.ReadAsync(after, cancellation ?? Cancellation))
        {
            sequences.Add(e.Sequence);
            if (sequences.Count == count) break;
        }

        return sequences;
    }
}
