using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>Which views are still to be coded. Written with the events themselves: a consultation is complete only when none is left.</summary>
public sealed class ViewProgressProjection : IProjection
{
    public string Name => "ViewProgress";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ViewCaptured), .. ViewChange.EventTypes];

    public IReadOnlyList<string> Tables => ["engagement.view_progress"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        IEvent[] captured = [.. events.Where(e => e.Data is ViewCaptured)];
        if (captured.Length > 0)
            operations.QueueSqlCommand(Insert(captured));

        var changes = ViewChange.Of(events);
        if (changes.Count > 0)
            operations.QueueSqlCommand(Update(changes));

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand Insert(IEvent[] captured) => new(
        """
        insert into engagement.view_progress (view_id, consultation_id, said_at, codes, not_codable, withdrawn)
        select v.*, 0, false, false from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as v
        on conflict (view_id) do nothing
        """)
    {
        Parameters =
        {
            Columns.Of(captured.Select(e => e.StreamId)),
            Columns.Of(captured.Select(e => ((ViewCaptured)e.Data).ConsultationId)),
            Columns.Of(captured.Select(e => ((ViewCaptured)e.Data).SaidAt.UtcDateTime)),
        },
    };

    private static NpgsqlBatchCommand Update(IReadOnlyList<ViewChange> changes) => new(
        """
        update engagement.view_progress v
        set codes = v.codes + c.more_codes, not_codable = coalesce(c.not_codable, v.not_codable), withdrawn = v.withdrawn or c.withdrawn
        from unnest($1::uuid[], $2::int[], $3::boolean[], $4::boolean[]) as c(id, more_codes, not_codable, withdrawn)
        where v.view_id = c.id
        """)
    {
        Parameters =
        {
            Columns.Of(changes.Select(c => c.ViewId)),
            Columns.Of(changes.Select(c => c.MoreCodes)),
            Columns.Of(changes.Select(c => c.NotCodable)),
            Columns.Of(changes.Select(c => c.Withdrawn)),
        },
    };
}
