using Engagement.Common;
using EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Forums;

/// <summary>The safeguarding lead's list: what is open and since when, and no words. Written at once, because moderation waits for it.</summary>
public sealed class SafeguardingProjection : IProjection
{
    public string Name => "SafeguardingItems";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(SafeguardingRaised), typeof(SafeguardingItemOpened), typeof(SafeguardingAcknowledged), typeof(SafeguardingClosed),
    ];

    public IReadOnlyList<string> Tables => ["engagement.safeguarding_items"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            operations.QueueSqlCommand(e.Data switch
            {
                SafeguardingRaised raised => Insert(e, raised),
                SafeguardingItemOpened => Update(e, "times_opened = times_opened + 1"),
                SafeguardingAcknowledged => Update(e, "state = 'Acknowledged', acknowledged_at = $3", Moment(e)),
                SafeguardingClosed closed => Update(e, "state = 'Closed', closed_at = $3, outcome = $4", Moment(e), Text(closed.Outcome.ToString())),
                _ => throw new InvalidOperationException($"{e.EventTypeName} says nothing about a safeguarding item."),
            });
        }

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand Insert(IEvent e, SafeguardingRaised raised) => With(
        """
        insert into engagement.safeguarding_items
            (id, version, source, source_id, cause, word_list_version, raised_at, state, times_opened)
        values ($1, $2, $3, $4, $5, $6, $7, 'Raised', 0)
        on conflict (id) do nothing
        """,
        e,
        Text(raised.Source.Kind.ToString()),
        new NpgsqlParameter<Guid> { TypedValue = raised.Source.Id },
        Text(raised.Why.ToString()),
        Text(raised.WordListVersion),
        Moment(e));

    private static NpgsqlBatchCommand Update(IEvent e, string changes, params NpgsqlParameter[] parameters) =>
        With($"update engagement.safeguarding_items set version = $2, {changes} where id = $1 and version < $2", e, parameters);

    private static NpgsqlBatchCommand With(string sql, IEvent e, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = e.StreamId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)e.Version });
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);

        return command;
    }

    private static NpgsqlParameter<DateTime> Moment(IEvent e) => new() { TypedValue = e.OccurredAt().UtcDateTime };

    private static NpgsqlParameter Text(string? text) => new() { Value = text is null ? DBNull.Value : text, NpgsqlDbType = NpgsqlDbType.Text };
}
