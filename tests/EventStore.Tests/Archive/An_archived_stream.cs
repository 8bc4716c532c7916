namespace EventStore.Tests;

public abstract class An_archived_stream : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task can_be_read_and_says_that_it_is_archived()
    {
        await StartAndArchiveAsync();

        await using var session = Store.QuerySession();
        (await session.Events.FetchStreamAsync(_stream)).Select(e => (e.Version, e.IsArchived)).ShouldBe([(1, true), (2, true)]);
        var state = (await session.Events.FetchStreamStateAsync(_stream))!;
        (state.Version, state.IsArchived).ShouldBe((2, true));
    }

    [Fact]
    public async Task takes_no_events_however_they_are_appended()
    {
        await StartAndArchiveAsync();

        await RefusedAsync(events => events.Append(_stream, new ItemAdded("plum", 1)));
        await RefusedAsync(events => events.Append(_stream, 3, new ItemAdded("plum", 1)));
        (await ScalarAsync<long>("select last_value from mt_events_sequence")).ShouldBe(2, "a conflict costs no sequence number");
        await RefusedAsync(events => events.StartStream(_stream, new ItemAdded("plum", 1), new ItemAdded("fig", 1)));
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(2);
    }

    [Fact]
    public async Task goes_on_where_it_was_when_it_is_taken_back()
    {
        await StartAndArchiveAsync();
        await using var session = Store.LightweightSession();
        session.Events.UnArchiveStream(_stream);
        await session.SaveChangesAsync();

        await AppendAsync(_stream, new ItemAdded("plum", 1));

        (await session.Events.FetchStreamAsync(_stream)).Select(e => (e.Version, e.IsArchived)).ShouldBe([(1, false), (2, false), (3, false)]);
    }

    [Fact]
    public async Task may_be_given_its_last_event_by_the_work_that_archives_it()
    {
        await using var session = Store.LightweightSession();
        session.Events.Append(_stream, new BasketClosed("paid"));
        session.Events.ArchiveStream(_stream);
        await session.SaveChangesAsync();

        (await session.Events.FetchStreamAsync(_stream)).Single().IsArchived.ShouldBeTrue();
    }

    [Fact]
    public async Task is_archived_or_taken_back_again_without_effect()
    {
        await StartAndArchiveAsync();
        await using var session = Store.LightweightSession();
        session.Events.ArchiveStream(_stream);
        session.Events.ArchiveStream(Guid.NewGuid());
        await session.SaveChangesAsync();
        session.Events.UnArchiveStream(_stream);
        session.Events.UnArchiveStream(_stream);
        await session.SaveChangesAsync();

        (await session.Events.FetchStreamStateAsync(_stream))!.IsArchived.ShouldBeFalse();
    }

    [Fact]
    public async Task stays_in_the_log_for_projections()
    {
        await StartAndArchiveAsync();
        await Daemon.StartAsync();

        await Daemon.WaitForAsync(2, Cancellation);

        (await LedgerAsync("seen")).ShouldBe([1, 2]);
    }

    protected override void Configure(StoreOptions options) => options.Projections.Subscribe(new Ledger("seen"));

    private async Task StartAndArchiveAsync()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1), new ItemAdded("pear", 1));
        await using var session = Store.LightweightSession();
        session.Events.ArchiveStream(_stream);
        await session.SaveChangesAsync();
    }

    private async Task RefusedAsync(Action<IEventStoreOperations> append)
    {
        await using var session = Store.LightweightSession();
        append(session.Events);
        var refusal = await Should.ThrowAsync<ArchivedStreamException>(session.SaveChangesAsync());
        (refusal.StreamId, refusal.Code).ShouldBe((_stream, "STREAM_ARCHIVED"));
    }
}

public sealed class An_archived_stream_among_the_others : An_archived_stream;

public sealed class An_archived_stream_in_its_partition : An_archived_stream
{
    protected override void Configure(StoreOptions options)
    {
        base.Configure(options);
        options.Events.UseArchivedStreamPartitioning = true;
    }
}

/// <summary>A projection that keeps the document inline sees the archive too, and says the same.</summary>
public sealed class An_archived_stream_projected_inline : An_archived_stream
{
    protected override void Configure(StoreOptions options)
    {
        base.Configure(options);
        options.Projections.Snapshot<Basket>(ProjectionLifecycle.Inline);
    }
}
