using Npgsql;

namespace EventStore;

/// <summary>Rows of a flat table: effects are summed up in memory and written now and then.</summary>
internal sealed class FlatTableBuild(FlatTableProcessor processor, FlatTableSql live, FlatTableSql written) : ProjectionBuild
{
    private readonly Dictionary<FlatRowKey, FlatRowChange> _rows = [];

    public override ShadowTable Table => live.Shadow;

    public override int Unwritten => _rows.Count;

    public override ValueTask ApplyAsync(NpgsqlConnection connection, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        processor.Apply(events, _rows);
        return ValueTask.CompletedTask;
    }

    public override void Forget() => _rows.Clear();

    public override void WriteInto(WriteBatch batch)
    {
        foreach (var command in written.Write(_rows)) batch.Add(command);
        _rows.Clear();
    }
}
