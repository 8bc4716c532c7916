namespace EventStore.Tests;

/// <summary>Its rows, so that whoever goes on with the database finds what Marten would have left there.</summary>
public sealed class A_database_that_this_library_wrote : DaemonSpec
{
    private readonly SetClock _clock = new() { Now = new DateTimeOffset(2026, 2, 3, 10, 0, 0, TimeSpan.Zero).AddTicks(1234567) };

    [Fact]
    public async Task has_the_rows_that_Marten_leaves()
    {
        var visit = new Guid("019c0a10-7777-7000-8000-000000000001");
        await using (var session = Store.LightweightSession())
        {
            (session.CorrelationId, session.CausationId, session.LastModifiedBy) = ("order-7", "command-3", "desk");
            session.SetHeader("door", 2);
            session.Events.StartStream<VisitSummary>(visit, new VisitBooked("Ramsgate library", 3), new NoteTaken("Step-free entrance asked for", null));
            await session.SaveChangesAsync(Cancellation);
        }

        _clock.Now += TimeSpan.FromMinutes(1);
        var last = await AppendAsync(visit, new PartyGrew(2));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);
        await Daemon.StopAsync();

        var rows = string.Join('\n', await RowsAsync("mt_streams", "id"), await RowsAsync("mt_events", "seq_id", "id"),
            await RowsAsync("mt_event_progression", "name", "last_updated"), await RowsAsync("mt_doc_visitsummary", "id", "mt_last_modified"));

        rows.ShouldBe((await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Interop", "rows-as-this-library-leaves-them.jsonl"))).TrimEnd());
    }

    protected override void Configure(StoreOptions options)
    {
        options.TimeProvider = _clock;
        options.Events.AddEventTypes([typeof(VisitBooked), typeof(NoteTaken), typeof(PartyGrew)]);
        options.Projections.Add(new VisitSummaryProjection(), ProjectionLifecycle.Async);
    }

    /// <summary>One JSON object a row, without what differs each time.</summary>
    private Task<string> RowsAsync(string table, string order, params string[] without) => ScalarAsync<string>(
        $"select string_agg((to_jsonb(t) - '{{{string.Join(',', without)}}}'::text[] || jsonb_build_object('table', '{table}'))::text, E'\\n' order by {order}) from {table} t");
}
