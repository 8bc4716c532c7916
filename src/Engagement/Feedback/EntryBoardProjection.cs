using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>The order of the public board. Written with the publication itself: what is published is on the board at once.</summary>
public sealed class EntryBoardProjection : IProjection
{
    public string Name => "EntryBoard";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(EntryPublished), typeof(EntryCorrected)];

    public IReadOnlyList<string> Tables => ["engagement.entries"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            if (e.Data is EntryPublished published)
                operations.QueueSqlCommand(Place(e.StreamId, e.Version, published.Slug));
            else if (e.Data is EntryCorrected corrected)
                operations.QueueSqlCommand(Place(e.StreamId, e.Version, corrected.Slug));
        }

        return Task.CompletedTask;
    }

    // The position is read from the log, because an event does not know it before its transaction has appended it.
    private static NpgsqlBatchCommand Place(Guid loopId, long version, string slug) => new(
        """
        insert into engagement.entries (loop_id, slug, position)
        select $1, $2, seq_id from public.mt_events where stream_id = $1 and version = $3
        on conflict (loop_id) do update set position = excluded.position
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = loopId },
            new NpgsqlParameter<string> { TypedValue = slug },
            new NpgsqlParameter<long> { TypedValue = version },
        },
    };
}
