using Engagement.Common;
using Engagement.FeedbackPoints;
using EventStore;
using Npgsql;

namespace Engagement.Metrics;

/// <summary>Which cases came to which step, what their families said of it, and when each became known.</summary>
public sealed class FeedbackPointFactsProjection : IProjection
{
    public string Name => "FeedbackPointFacts";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(CaseReachedPoint), typeof(SatisfactionGiven)];

    public IReadOnlyList<string> Tables => ["engagement.feedback_point_facts"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        // A rating comes after its step was reached, so all steps of the page may go first.
        (IEvent Event, CaseReachedPoint Data)[] reached = [.. events.Where(e => e.Data is CaseReachedPoint).Select(e => (e, (CaseReachedPoint)e.Data))];
        if (reached.Length > 0)
            operations.QueueSqlCommand(Insert(reached));

        (IEvent Event, SatisfactionGiven Data)[] given = [.. events.Where(e => e.Data is SatisfactionGiven).Select(e => (e, (SatisfactionGiven)e.Data))];
        if (given.Length > 0)
            operations.QueueSqlCommand(Rate(given));

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand Insert((IEvent Event, CaseReachedPoint Data)[] reached) => new(
        """
        insert into engagement.feedback_point_facts (case_id, point, reached_on, recorded_at)
        select * from unnest($1::uuid[], $2::int[], $3::date[], $4::timestamptz[])
        on conflict (case_id, point) do nothing
        """)
    {
        Parameters =
        {
            Columns.Of(reached.Select(r => r.Event.StreamId)),
            Columns.Of(reached.Select(r => r.Data.Point)),
            Columns.Of(reached.Select(r => r.Data.ReachedOn)),
            Columns.Of(reached.Select(r => r.Event.RecordedAt())),
        },
    };

    private static NpgsqlBatchCommand Rate((IEvent Event, SatisfactionGiven Data)[] given) => new(
        """
        update engagement.feedback_point_facts f set satisfaction = g.satisfaction, rated_at = g.at
        from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[]) as g(case_id, point, satisfaction, at)
        where f.case_id = g.case_id and f.point = g.point and f.satisfaction is null
        """)
    {
        Parameters =
        {
            Columns.Of(given.Select(g => g.Event.StreamId)),
            Columns.Of(given.Select(g => g.Data.Point)),
            Columns.Of(given.Select(g => g.Data.Satisfaction.ToString())),
            Columns.Of(given.Select(g => g.Event.RecordedAt())),
        },
    };
}
