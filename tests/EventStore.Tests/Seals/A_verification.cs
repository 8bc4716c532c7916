namespace EventStore.Tests;

public sealed class A_verification : SealSpec
{
    // 40 events in five seals, with positions that were never used between.
    private long[] _log = [];

    [Fact]
    public async Task finds_nothing_where_nothing_was_changed()
    {
        var told = new List<SealVerification>();

        var found = await Store.Seals.VerifyAsync(progress: new Told(told));

        (found.IsIntact, found.Seals, found.Events).ShouldBe((true, 5, 40));
        found.Last.ShouldBe(await Store.Seals.LatestAsync());
        told.Select(one => one.Events).ShouldBe([8, 16, 24, 32, 40]);
    }

    [Fact]
    public async Task looks_only_at_the_seals_over_the_range()
    {
        var seals = await Store.Seals.ListAsync();
        await TamperAsync($"update mt_events set data = '{{}}' where seq_id in ({_log[0]}, {_log[39]})");

        (await Store.Seals.VerifyAsync(seals[1].FirstSequence, seals[3].LastSequence)).ShouldBe(new SealVerification(3, 24, seals[3], null));
        (await Store.Seals.VerifyAsync(seals[1].LastSequence, seals[1].LastSequence)).ShouldBe(new SealVerification(1, 8, seals[1], null));
        (await Store.Seals.VerifyAsync(seals[4].LastSequence + 1)).ShouldBe(new SealVerification(0, 0, null, null));
        (await Store.Seals.VerifyAsync(seals[4].FirstSequence)).Difference!.Sequence.ShouldBe(_log[39]);
    }

    [Theory]
    [InlineData("data = jsonb_set(data, '{Quantity}', '99')")]
    [InlineData("data = data || '{\"More\": null}'")]
    [InlineData("bdata = 'x'")]
    [InlineData("type = 'item_removed'")]
    [InlineData("timestamp = timestamp + interval '1 microsecond'")]
    [InlineData("timestamp = 'infinity'")]
    [InlineData("tenant_id = 'another'")]
    [InlineData("stream_id = gen_random_uuid()")]
    [InlineData("id = gen_random_uuid()")]
    [InlineData("version = version + 100")]
    [InlineData("correlation_id = coalesce(correlation_id, '') || 'x'")]
    [InlineData("causation_id = ''")]
    [InlineData("headers = '{}'")]
    [InlineData("user_name = coalesce(user_name, '') || 'x'")]
    public async Task names_the_event_that_was_altered(string change)
    {
        await TamperAsync($"update mt_events set {change} where seq_id in ({_log[17]}, {_log[20]})");

        await ShouldFindAsync(SealDifferenceKind.EventAltered, 3, _log[17], seals: 2);
    }

    [Fact]
    public async Task does_not_take_the_end_of_one_value_for_the_beginning_of_the_next()
    {
        await TamperAsync($"update mt_events set correlation_id = 'ab', causation_id = 'c' where seq_id = {_log[39]}");
        await TamperAsync("delete from mt_seals");
        await SealAsync(_log[39]);

        await TamperAsync($"update mt_events set correlation_id = 'a', causation_id = 'bc' where seq_id = {_log[39]}");

        await ShouldFindAsync(SealDifferenceKind.EventAltered, 5, _log[39], seals: 4);
    }

    [Fact]
    public async Task passes_over_what_may_change()
    {
        await TamperAsync("update mt_events set is_archived = true, mt_dotnet_type = 'Moved.Elsewhere, Assembly'");

        (await Store.Seals.VerifyAsync()).IsIntact.ShouldBeTrue();
    }

    [Theory]
    [InlineData(16)]
    [InlineData(19)]
    [InlineData(23)]
    public async Task names_the_event_that_is_missing(int index)
    {
        await TamperAsync($"delete from mt_events where seq_id = {_log[index]}");

        await ShouldFindAsync(SealDifferenceKind.EventMissing, 3, _log[index], seals: 2);
    }

    [Fact]
    public async Task names_the_event_that_was_put_in()
    {
        var unused = Enumerable.Range(1, (int)_log[^1]).Select(n => (long)n).Except(_log).First();
        var seal = (await Store.Seals.ListAsync()).First(one => one.LastSequence > unused);
        await TamperAsync(
            $"""
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values ({unused}, gen_random_uuid(), gen_random_uuid(), 1, 'null', 'item_added', now())
            """);

        await ShouldFindAsync(SealDifferenceKind.EventInserted, seal.Number, unused, seals: seal.Number - 1);
    }

    [Fact]
    public async Task names_the_first_of_events_that_were_exchanged()
    {
        await TamperAsync(
            $"""
            update mt_events set seq_id = -1 where seq_id = {_log[18]};
            update mt_events set seq_id = {_log[18]} where seq_id = {_log[21]};
            update mt_events set seq_id = {_log[21]} where seq_id = -1;
            """);

        await ShouldFindAsync(SealDifferenceKind.EventAltered, 3, _log[18], seals: 2);
    }

    [Theory]
    [InlineData("event_count = event_count - 1")]
    [InlineData("merkle_root = sha256('x')")]
    [InlineData("sealed_at = sealed_at - interval '1 microsecond'")]
    [InlineData("previous_hash = sha256('x')")]
    [InlineData("hash = sha256('x')")]
    [InlineData("leaves = substr(leaves, 1, 280)")]
    [InlineData("leaves = ''")]
    public async Task names_the_seal_that_was_altered(string change)
    {
        await TamperAsync($"update mt_seals set {change} where number = 3");

        await ShouldFindAsync(SealDifferenceKind.SealAltered, 3, null, seals: 2);
    }

    [Fact]
    public async Task names_the_seal_that_was_made_anew_for_an_altered_event()
    {
        await TamperAsync($"update mt_events set data = '{{}}' where seq_id = {_log[17]}");
        await TamperAsync("create table later as select * from mt_seals where number > 3; delete from mt_seals where number > 2");
        await SealAsync(_log[23]);
        await TamperAsync("delete from mt_seals where number > 3; insert into mt_seals select * from later");

        await ShouldFindAsync(SealDifferenceKind.SealAltered, 3, null, seals: 3);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    public async Task names_the_seal_that_is_missing(long number, long before)
    {
        await TamperAsync($"delete from mt_seals where number = {number}");

        await ShouldFindAsync(SealDifferenceKind.SealMissing, number, null, before);
        (await Store.Seals.VerifyAsync(_log[((int)number * EveryEvents) - 1]))
            .ShouldBe(new SealVerification(0, 0, null, new SealDifference(SealDifferenceKind.SealMissing, number, null)));
    }

    [Fact]
    public async Task says_what_was_the_last_seal_so_that_removed_ones_are_missed()
    {
        var published = await Store.Seals.LatestAsync();
        await TamperAsync($"delete from mt_seals where number = 5; delete from mt_events where seq_id > {_log[31]}");

        var found = await Store.Seals.VerifyAsync();

        found.IsIntact.ShouldBeTrue();
        found.Last!.Hash.ShouldNotBe(published!.Hash);
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SealAsync(await HistoryAsync(5 * EveryEvents));
        await using var session = Store.QuerySession();
        var log = new List<long>();
        await foreach (var e in session.Events.ReadAllAsync(cancellationToken: Cancellation)) log.Add(e.Sequence);
        _log = [.. log];
    }

    private async Task ShouldFindAsync(SealDifferenceKind kind, long seal, long? sequence, long seals)
    {
        var found = await Store.Seals.VerifyAsync();

        found.Difference.ShouldBe(new SealDifference(kind, seal, sequence));
        (found.IsIntact, found.Seals).ShouldBe((false, seals));
    }

    private sealed class Told(List<SealVerification> told) : IProgress<SealVerification>
    {
        public void Report(SealVerification value) => told.Add(value);
    }
}
