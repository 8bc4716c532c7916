namespace EventStore.Tests;

public sealed class A_named_bulk_insert : StoreSpec
{
    private static readonly BulkInsertOptions Import = new() { Name = "the doors of 2025", BatchSize = 3 };

    private readonly List<Guid> _streams = [.. Enumerable.Range(0, 10).Select(_ => Guid.NewGuid())];

    [Fact]
    public async Task goes_on_after_the_last_committed_batch_when_its_source_broke_down()
    {
        await Should.ThrowAsync<IOException>(Store.BulkInsertEventsAsync(Broken(after: 8), Import));
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(6);

        var done = await Store.BulkInsertEventsAsync(Source(), Import);

        done.ShouldBe(new BulkInsertProgress(10, 10, 10));
        (await CountedAsync()).ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task happens_once_however_often_it_is_run()
    {
        await Store.BulkInsertEventsAsync(Source(), Import);

        (await Store.BulkInsertEventsAsync(Source(), Import)).ShouldBe(new BulkInsertProgress(10, 10, 0));

        (await CountedAsync()).ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task is_not_taken_for_one_of_another_name_or_tenant()
    {
        await using var store = NewStore(options =>
        {
            options.DatabaseSchemaName = "tenants";
            options.Events.TenancyStyle = TenancyStyle.Conjoined;
        });
        await store.Schema.ApplyAsync();
        await store.BulkInsertEventsAsync(Source(), Import);
        for (var i = 0; i < _streams.Count; i++) _streams[i] = Guid.NewGuid();

        await store.BulkInsertEventsAsync(Source(), Import with { Name = "the doors of 2026" });
        await store.BulkInsertEventsAsync(Source(), Import with { TenantId = "kent" });

        (await ScalarAsync<long>("select count(*) from tenants.mt_events")).ShouldBe(30);
    }

    [Fact]
    public async Task stops_when_another_run_moved_on_meanwhile()
    {
        async IAsyncEnumerable<StreamAction> Overtaken()
        {
            foreach (var action in Source().Take(2)) yield return action;
            await Store.BulkInsertEventsAsync(Source(), Import);
            foreach (var action in Source().Skip(2)) yield return action;
        }

        var stop = await Should.ThrowAsync<BulkInsertStoppedException>(Store.BulkInsertEventsAsync(Overtaken(), Import));

        stop.InnerException.ShouldBeOfType<InvalidStoreUseException>().Code.ShouldBe("BULK_INSERT_RUNS_ELSEWHERE");
        (await CountedAsync()).ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task refuses_a_source_that_gives_less_than_it_has_given_before()
    {
        await Store.BulkInsertEventsAsync(Source(), Import);

        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(Store.BulkInsertEventsAsync(Source().Take(4), Import));

        refusal.Code.ShouldBe("BULK_INSERT_SOURCE_CHANGED");
    }

    private IEnumerable<StreamAction> Source() => _streams.Select((stream, n) => StreamAction.Append(stream, new DoorCounted(n)));

    private async IAsyncEnumerable<StreamAction> Broken(int after)
    {
        foreach (var action in Source().Take(after))
        {
            await Task.Yield();
            yield return action;
        }

        throw new IOException("The file ends in the middle of a line.");
    }

    private async Task<List<int>> CountedAsync()
    {
        await using var session = Store.QuerySession();
        var counted = new List<int>();
        await foreach (var e in session.Events.ReadAllAsync()) counted.Add(((DoorCounted)e.Data).People);
        return counted;
    }
}
