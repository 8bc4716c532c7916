using Engagement.Feedback;
using EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Metrics;

/// <summary>What people and their groups said of the answers they were given, as it was known at every moment. Reopening voids it.</summary>
public sealed class LoopConfirmationsProjection : IProjection
{
    public string Name => "LoopConfirmations";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ConfirmationGiven), typeof(GroupConfirmationGiven), typeof(DecisionReopened)];

    public IReadOnlyList<string> Tables => ["engagement.loop_confirmations"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            operations.QueueSqlCommand(e.Data switch
            {
                ConfirmationGiven given => Given(e, given.ResponseId.ToString("N"), false, given.Answer),
                GroupConfirmationGiven given => Given(e, given.Group.ToString(), true, given.Answer),
                _ => End(e, null),
            });
        }

        return Task.CompletedTask;
    }

    // The answer takes the place of an earlier one of the same person or group.
    private static NpgsqlBatchCommand Given(IEvent e, string by, bool isGroup, ConfirmationAnswer answer)
    {
        var command = End(e, by);
        command.CommandText =
            $"""
            with earlier as ({command.CommandText})
            insert into engagement.loop_confirmations (loop_id, version, by, is_group, answer, recorded_at, ended_at)
            values ($1, $4, $3, $5, $6, $2, 'infinity')
            on conflict (loop_id, version) do nothing
            """;
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)e.Version });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = isGroup });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = answer.ToString() });
        return command;
    }

    private static NpgsqlBatchCommand End(IEvent e, string? by) => new(
        """
        update engagement.loop_confirmations set ended_at = $2
        where loop_id = $1 and ended_at = 'infinity' and ($3::text is null or by = $3)
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = e.StreamId },
            new NpgsqlParameter<DateTime> { TypedValue = e.RecordedAt() },
            new NpgsqlParameter { Value = by is null ? DBNull.Value : by, NpgsqlDbType = NpgsqlDbType.Text },
        },
    };
}
