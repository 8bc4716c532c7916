using EventStore;
using Npgsql;

namespace Engagement.FeedbackPoints;

/// <summary>Each step of each case with its rating. Written with the event itself, so that collating a month misses nothing.</summary>
public sealed class FeedbackPointsProjection : IProjection
{
    public string Name => "FeedbackPoints";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(CaseReachedPoint), typeof(SatisfactionGiven)];

    public IReadOnlyList<string> Tables => ["engagement.feedback_points"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            if (e.Data is CaseReachedPoint reached)
                operations.QueueSqlCommand(Reached(e.StreamId, reached));
            else if (e.Data is SatisfactionGiven given)
                operations.QueueSqlCommand(Given(e.StreamId, given));
        }

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand Reached(Guid caseId, CaseReachedPoint reached) => new(
        "insert into engagement.feedback_points (case_id, point, reached_on) values ($1, $2, $3) on conflict do nothing")
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = caseId },
            new NpgsqlParameter<int> { TypedValue = reached.Point },
            new NpgsqlParameter<DateOnly> { TypedValue = reached.ReachedOn },
        },
    };

    private static NpgsqlBatchCommand Given(Guid caseId, SatisfactionGiven given) => new(
        "update engagement.feedback_points set satisfaction = $3 where case_id = $1 and point = $2")
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = caseId },
            new NpgsqlParameter<int> { TypedValue = given.Point },
            new NpgsqlParameter<string> { TypedValue = given.Satisfaction.ToString() },
        },
    };
}
