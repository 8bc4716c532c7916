namespace EventStore.Tests.Faults;

/// <summary>At each step between it and its database a node's process ends (SIGKILL), and others go on.</summary>
public sealed class A_node_that_is_killed : FaultSpec
{
    [Theory]
    [InlineData("unit")]
    [InlineData("fetch")]
    [InlineData("exclusive")]
    public async Task has_done_its_work_wholly_or_not_at_all_and_whoever_repeats_it_does_it_once(string name)
    {
        var work = Work.Named(name);
        var next = Node.StartAsync(Relay.ConnectionString);
        for (var step = 1; ; step++)
        {
            var key = $"{name} {step}";
            await using var node = await next;
            next = Node.StartAsync(Relay.ConnectionString);
            Relay.StrikeAt(step, Strike.Cut, node.KillAsync);
            await node.TellAsync($"{name} {key}");
            var heard = await node.HearAsync();
            var killed = Relay.HasStruck;
            if (!killed) heard.ShouldNotBeNull();

            var done = await Books.ResultOfAsync(work, key);
            if (heard is not null) heard.ShouldBe($"done {done}");
            var result = await work.DoUntilDoneAsync(Direct, key, Cancellation);
            if (done is not null) result.ShouldBe(done);
            (await Books.ResultOfAsync(work, key)).ShouldBe(result);
            await Books.BalanceAsync();
            if (!killed) break;
        }

        await (await next).DisposeAsync();
        await Books.UntilNoLockIsHeldAsync();
    }

    [Fact]
    public async Task leaves_projections_that_another_goes_on_with_within_seconds()
    {
        // Every ninth step: what a daemon awaits in between is the same again for another projection.
        var next = Node.StartAsync(Relay.ConnectionString);
        var number = 0;
        for (var step = 2; ; step += 9)
        {
            for (var basket = 0; basket < 15; basket++) await Work.Fetch.DoAsync(Direct, $"basket {++number}", Cancellation);
            var last = await Books.CountAsync("select max(seq_id) from mt_events");
            await using var node = await next;
            next = Node.StartAsync(Relay.ConnectionString);
            Relay.StrikeAt(step, Strike.Cut, node.KillAsync);
            await node.TellAsync($"follow {last}");
            await node.HearAsync();
            var killed = Relay.HasStruck;
            Relay.StrikeAt(0, Strike.Pass);
            await node.KillAsync();
            await Books.BalanceAsync();

            await using (var daemon = Direct.BuildDaemon())
            {
                await daemon.StartAsync(Cancellation);
                await daemon.WaitForAsync(last, Cancellation).WaitAsync(TakeOver, Cancellation);
            }

            await Books.CloseAsync();
            if (!killed) break;
        }

        await (await next).DisposeAsync();
    }
}
