using FsCheck.Fluent;

namespace EventStore.Tests.Properties;

/// <summary>Documents that go and come back, events that go to several documents, tenants with the same names, pages of any size.</summary>
public abstract class Any_events_rebuilt<TId>(Func<int, TId> idOf) : StoreSpec where TId : notnull
{
    public sealed record Step(object Event, int Stream, bool IsEast, int BatchSize);

    [Fact]
    public Task give_byte_for_byte_the_documents_that_were_kept_live() => Always.Holds(
        from e in Gen.OneOf(
            Gen.Choose(0, 9).Select(n => (object)new BasketOpened(Guid.Empty, $"basket {n}")),
            Gen.Choose(1, 9).Select(n => (object)new ItemAdded($"item {n % 4}", n)),
            Gen.Choose(1, 9).Select(n => (object)new ItemRemoved($"item {n % 4}", n)),
            Gen.Elements("abandoned", "paid").Select(reason => (object)new BasketClosed(reason)),
            Gen.Choose(1, 9).Select(n => (object)new DoorCounted(n)))
        from stream in Gen.Choose(1, 4)
        from east in Gen.Elements(true, false)
        from size in Gen.Elements(1, 3, 10, 1000)
        select new Step(e, stream, east, size),
        scripts: 8,
        longest: 40,
        PlayAsync);

    protected override void Configure(StoreOptions options)
    {
        options.Events.StreamIdentity = typeof(TId) == typeof(string) ? StreamIdentity.AsString : StreamIdentity.AsGuid;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Projections.Add(new TrailProjection<TId>(), ProjectionLifecycle.Async);
        options.Projections.Add(new ShelfProjection<TId>(idOf), ProjectionLifecycle.Async);
    }

    private async Task PlayAsync(Step[] script)
    {
        await using var store = NewStore(options => options.Projections.BatchSize = script[0].BatchSize);
        await using var daemon = store.BuildDaemon();
        await daemon.StartAsync(Cancellation);
        var last = 0L;
        foreach (var step in script)
        {
            await using var session = store.LightweightSession(step.IsEast ? "east" : "west");
            session.Events.Append(Of(idOf(step.Stream)), step.Event);
            await session.SaveChangesAsync(Cancellation);
            last = session.LastSequence;
        }

        await daemon.WaitForAsync(last, Cancellation);
        var live = (Trails: await DumpAsync("mt_doc_trail"), Shelves: await DumpAsync("mt_doc_shelf"));

        // What a rebuild finds is no help to it.
        await ExecuteAsync("update mt_doc_trail set data = '{}', mt_version = 999; delete from mt_doc_shelf");
        await daemon.RebuildProjectionAsync("Trail", cancellationToken: Cancellation);
        await daemon.RebuildProjectionAsync("Shelf", cancellationToken: Cancellation);

        (await DumpAsync("mt_doc_trail")).ShouldBe(live.Trails);
        (await DumpAsync("mt_doc_shelf")).ShouldBe(live.Shelves);
    }

    private static Identity Of(TId id) => id is string key ? new Identity(key) : new Identity((Guid)(object)id);

    private async Task<List<string>> DumpAsync(string table)
    {
        var dump = new List<string>();
        await using var command = Store.DataSource.CreateCommand($"select concat_ws(' ', tenant_id, id, mt_version, data) from {table} order by tenant_id, id");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) dump.Add(reader.GetString(0));
        return dump;
    }
}

public sealed class Any_events_of_streams_with_Guids_rebuilt() : Any_events_rebuilt<Guid>(n => new Guid(n, 0, 0, new byte[8]));

public sealed class Any_events_of_streams_with_keys_rebuilt() : Any_events_rebuilt<string>(n => $"stream '{n}' 🍐");
