using Npgsql;

namespace EventStore.Tests;

/// <summary>Writes one row for each event it is given, and would fail on a second row for the same event.</summary>
public sealed class Ledger(string name) : IProjection, ISubscription
{
    public string Name => name;

    public IReadOnlyCollection<Type>? EventTypes { get; init; }

    /// <summary>Called before each page, to make trouble.</summary>
    public Func<IReadOnlyList<IEvent>, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called after each page has queued its writes, to make trouble.</summary>
    public Func<IReadOnlyList<IEvent>, Task> After { get; set; } = _ => Task.CompletedTask;

    public static string Table => "create table ledger (name text, sequence bigint, event uuid, primary key (name, event))";

    public async Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        await Before(events);
        foreach (var e in events)
        {
            operations.QueueSqlCommand(new NpgsqlBatchCommand("insert into ledger values ($1, $2, $3)")
            {
                Parameters = { new() { Value = name }, new() { Value = e.Sequence }, new() { Value = e.Id } },
            });
        }

        await After(events);
    }

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken) =>
        ApplyAsync(operations, page, cancellationToken);
}
