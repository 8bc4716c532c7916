using Npgsql;

namespace EventStore;

/// <summary>Looks at every projection and subscription of a store in the database, where all nodes leave what the others have to know.</summary>
internal sealed class ProjectionSurvey(DocumentStore store)
{
    private readonly EventProcessor[] _processors = [.. store.Projections.Inline, .. store.Projections.Async];

    public async Task<IReadOnlyList<ProjectionSummary>> RunAsync(CancellationToken cancellationToken)
    {
        var mark = await store.Tail.PositionAsync(cancellationToken).ConfigureAwait(false);
        var summaries = new List<ProjectionSummary>(_processors.Length);
        await using var command = store.DataSource.CreateCommand(store.DaemonSql.Survey);
        command.Parameters.Add(Parameter.Of((string[])[.. _processors.Select(one => one.Name)]));
        command.Parameters.Add(Parameter.Of((string[])[.. _processors.Select(one => one.ProgressName)]));
        command.Parameters.Add(Parameter.Of((string[])[.. _processors.Select(one => ShardLock.KeyOf(store, one.Name))]));
        command.Parameters.Add(Parameter.Of((string[])[.. _processors.Select(one => ProjectionRebuild.KeyOf(store, one.Name))]));
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = ShardLock.LongestSilence });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) summaries.Add(Read(reader, _processors[summaries.Count], mark));
        return summaries;
    }

    private ProjectionSummary Read(NpgsqlDataReader row, EventProcessor processor, long mark)
    {
        var isInline = store.Projections.Inline.Contains(processor);
        var pause = row.IsDBNull(3)
            ? null
            : new ProjectionPause(row.GetString(3), row.GetString(4), new DateTimeOffset(row.GetDateTime(5)), row.IsDBNull(6) ? null : row.GetInt64(6));
        var state = isInline ? ProjectionState.Inline
            : pause is not null ? ProjectionState.Paused
            : !row.GetBoolean(7) ? ProjectionState.Stopped
            : row.GetBoolean(8) ? ProjectionState.Running
            : ProjectionState.Silent;
        var position = isInline ? mark : row.GetInt64(0);
        return new ProjectionSummary(processor.Name, isInline ? ProjectionLifecycle.Inline : ProjectionLifecycle.Async, state, position, Math.Max(mark, position))
        {
            LagTime = position < mark && !row.IsDBNull(1) ? Age(new DateTimeOffset(row.GetDateTime(1))) : TimeSpan.Zero,
            DeadLetters = row.GetInt64(2),
            Pause = pause,
            CanRebuild = ProjectionRebuild.IsPossible(processor),
            Tables = processor is CustomProcessor custom ? custom.Tables : [],
            IsRebuilding = row.GetBoolean(9),
            RebuiltUpTo = row.IsDBNull(10) ? null : row.GetInt64(10),
        };
    }

    private TimeSpan Age(DateTimeOffset since)
    {
        var age = store.Options.TimeProvider.GetUtcNow() - since;
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }
}
