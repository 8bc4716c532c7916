using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>A log of shared views to measure on, written by COPY.</summary>
internal static class ViewLog
{
    public const int EventsPerStream = 10;

    private const int Consultations = 1000;

    /// <summary>One event to a new stream, and where in the log it is.</summary>
    public static async Task<(Guid Stream, long Sequence)> AppendAsync(DocumentStore store, CancellationToken cancellationToken)
    {
        var stream = Guid.CreateVersion7();
        await using var session = store.LightweightSession();
        session.Events.StartStream<SharedViews>(stream, ViewShared.Example);
        await session.SaveChangesAsync(cancellationToken);
        return (stream, session.LastSequence);
    }

    /// <summary>So many new streams, all with the same events.</summary>
    public static IEnumerable<StreamAction> Streams(int count) => Enumerable.Range(0, count).Select(_ => New([.. Enumerable.Repeat(ViewShared.Example, EventsPerStream)]));

    /// <summary>Streams whose events differ and belong to a thousand consultations, the same in each run.</summary>
    public static IEnumerable<StreamAction> VariedStreams(int count)
    {
        var random = new Random(1);
        return Enumerable.Range(0, count).Select(_ => New(
        [
            .. Enumerable.Range(0, EventsPerStream).Select(_ => ViewShared.Example with
            {
                Consultation = new Guid(random.Next(Consultations), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                Agreement = random.Next(1, 6),
            }),
        ]));
    }

    /// <summary>Fills the store, saying how far it is, and returns the streams. Leaves no clean-up for the measuring to pay for.</summary>
    public static async Task<Guid[]> FillAsync(DocumentStore store, IEnumerable<StreamAction> streams, int events, CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        await store.BulkInsertEventsAsync(
            streams.Select(stream =>
            {
                ids.Add(stream.StreamId.Guid);
                return stream;
            }),
            new BulkInsertOptions { Progress = new Teller(events) },
            cancellationToken);
        await using var tidy = store.DataSource.CreateCommand("vacuum (analyze)");
        tidy.CommandTimeout = 0;
        await tidy.ExecuteNonQueryAsync(cancellationToken);
        await using var settle = store.DataSource.CreateCommand("checkpoint");
        settle.CommandTimeout = 0;
        await settle.ExecuteNonQueryAsync(cancellationToken);
        await using var size = store.DataSource.CreateCommand("select pg_database_size(current_database())");
        BenchmarkContext.Say($"Filled: {(long)(await size.ExecuteScalarAsync(cancellationToken))! / 1e6:N0} MB.");
        return [.. ids];
    }

    private static StreamAction New(ViewShared[] views) => StreamAction.Start<SharedViews>(Guid.CreateVersion7(), views);

    private sealed class Teller(int events) : IProgress<BulkInsertProgress>
    {
        private const int Parts = 5;

        private long _told;

        public void Report(BulkInsertProgress value)
        {
            var part = value.Events * Parts / events;
            if (part == _told) return;
            _told = part;
            BenchmarkContext.Say($"Filling: {value.Events:N0} of {events:N0} events.");
        }
    }
}
