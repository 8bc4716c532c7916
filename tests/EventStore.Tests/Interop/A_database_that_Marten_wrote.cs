namespace EventStore.Tests;

public sealed record VisitBooked(string Place, int Guests);

public sealed record NoteTaken(string Text, string? Author);

public sealed record PartyGrew(int By);

public sealed record VisitSummary(Guid Id, string Place, int Guests, int Notes);

public sealed class VisitSummaryProjection : SingleStreamProjection<VisitSummary>
{
    public override VisitSummary? Evolve(VisitSummary? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (_, VisitBooked booked) => new VisitSummary(id, booked.Place, booked.Guests, 0),
        ({ } visit, NoteTaken) => visit with { Notes = visit.Notes + 1 },
        ({ } visit, PartyGrew grew) => visit with { Guests = visit.Guests + grew.By },
        _ => snapshot,
    };
}

/// <summary>Rows in the shape of a real one: dead numbers in the sequence, rows out of order, members that we do not know, another's .NET names.</summary>
public sealed class A_database_that_Marten_wrote : StoreSpec
{
    private readonly Guid _visit = new("019c0a10-7777-7000-8000-000000000001");

    [Fact]
    public async Task is_read()
    {
        await using var session = Store.QuerySession();

        var events = await session.Events.FetchStreamAsync(_visit);

        events.Select(e => e.Version).ShouldBe([1, 2, 3, 4]);
        events.Select(e => e.Sequence).ShouldBe([1, 2, 5, 6]);
        events[0].Data.ShouldBe(new VisitBooked("Ramsgate library", 3));
        events[0].Timestamp.ShouldBe(new DateTimeOffset(2026, 2, 3, 10, 0, 0, TimeSpan.Zero).AddMicroseconds(123456));
        (await session.Events.FetchStreamStateAsync(_visit))!.AggregateTypeName.ShouldBe("visit_summary");
    }

    [Fact]
    public async Task is_folded_to_the_document_that_Marten_projected()
    {
        await using var session = Store.QuerySession();

        var folded = await session.Events.AggregateStreamAsync<VisitSummary>(_visit);

        folded.ShouldBe(await session.LoadAsync<VisitSummary>(_visit));
        folded.ShouldBe(new VisitSummary(_visit, "Ramsgate library", 5, 2));
    }

    [Fact]
    public async Task is_appended_to_in_rows_that_differ_in_values_only()
    {
        await using var session = Store.LightweightSession();
        var stream = await session.Events.FetchForWriting<VisitSummary>(_visit);
        stream.AppendOne(new PartyGrew(1));
        await session.SaveChangesAsync();

        session.LastSequence.ShouldBe(7);
        (await session.Events.FetchStreamStateAsync(_visit))!.ShouldSatisfyAllConditions(
            state => state.Version.ShouldBe(5),
            state => state.AggregateTypeName.ShouldBe("visit_summary"));
        (await ScalarAsync<bool>(
            """
            select ours.bdata is null and not ours.is_archived and ours.tenant_id = theirs.tenant_id and ours.type = theirs.type
               and ours.data = '{"By": 1}' and ours.timestamp > theirs.timestamp
            from mt_events ours, mt_events theirs where ours.seq_id = 7 and theirs.seq_id = 5
            """)).ShouldBeTrue();
    }

    [Fact]
    public async Task is_projected_from_where_Martens_daemon_stopped()
    {
        var last = await AppendAsync(_visit, new PartyGrew(4));
        await using var daemon = Store.BuildDaemon();
        await daemon.StartAsync();

        await daemon.WaitForAsync("VisitSummary", last, Cancellation);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<VisitSummary>(_visit)).ShouldBe(new VisitSummary(_visit, "Ramsgate library", 9, 2));
        (await ScalarAsync<long>("select mt_version from mt_doc_visitsummary")).ShouldBe(5);
    }

    [Fact]
    public async Task is_rebuilt_to_the_same_document()
    {
        await using var daemon = Store.BuildDaemon();

        await daemon.RebuildProjectionAsync("VisitSummary", cancellationToken: Cancellation);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<VisitSummary>(_visit)).ShouldBe(new VisitSummary(_visit, "Ramsgate library", 5, 2));
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Interop", "rows-as-marten-leaves-them.sql")));
    }

    protected override void Configure(StoreOptions options)
    {
        options.Events.AddEventTypes([typeof(VisitBooked), typeof(NoteTaken), typeof(PartyGrew)]);
        options.Projections.Add(new VisitSummaryProjection(), ProjectionLifecycle.Async);
    }
}
