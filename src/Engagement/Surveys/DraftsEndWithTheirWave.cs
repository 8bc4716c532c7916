using EventStore;
using Npgsql;

namespace Engagement.Surveys;

/// <summary>What was not sent until a wave closed is forgotten with it.</summary>
public sealed class DraftsEndWithTheirWave : IProjection
{
    public string Name => "DraftsEndWithTheirWave";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(WaveClosed)];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events.Where(e => e.Data is WaveClosed))
        {
            operations.QueueSqlCommand(new NpgsqlBatchCommand("delete from engagement.response_drafts where wave_id = $1")
            {
                Parameters = { new NpgsqlParameter<Guid> { TypedValue = e.StreamId } },
            });
        }

        return Task.CompletedTask;
    }
}
