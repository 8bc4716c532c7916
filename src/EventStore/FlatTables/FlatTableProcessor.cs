using Npgsql;

namespace EventStore;

internal sealed class FlatTableProcessor : EventProcessor
{
    private readonly FlatTableProjection _projection;
    private readonly FlatTableSql _sql;

    public FlatTableProcessor(DocumentStore store, FlatTableProjection projection)
        : base(store, projection.Name, [.. projection.Rules.Keys])
    {
        if (projection.Table.Key.Count == 0)
            throw new InvalidStoreUseException("FLAT_TABLE_WITHOUT_KEY", $"Table '{projection.Table.Name}' of projection '{projection.Name}' has no primary key. Call AsPrimaryKey on a column.");
        _projection = projection;
        _sql = new FlatTableSql(projection.Table, store.Options.DatabaseSchemaName, store.Options.Events.IsConjoined);
    }

    public override ProjectionBuild CreateBuild(bool isBeside) => new FlatTableBuild(this, _sql, isBeside ? _sql.Beside() : _sql);

    public override Task ProcessAsync(NpgsqlConnection connection, IReadOnlyList<IEvent> events, WriteBatch batch, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<FlatRowKey, FlatRowChange>();
        Apply(events, rows);
        foreach (var command in _sql.Write(rows)) batch.Add(command);
        return Task.CompletedTask;
    }

    public override Task ProcessInlineAsync(IReadOnlyList<IEvent> events, InlineWork work, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<FlatRowKey, FlatRowChange>();
        Apply(events, rows);
        foreach (var command in _sql.Write(rows)) work.Add(command);
        return Task.CompletedTask;
    }

    /// <summary>Adds the effects of events to those of others before them.</summary>
    public void Apply(IReadOnlyList<IEvent> events, Dictionary<FlatRowKey, FlatRowChange> rows)
    {
        foreach (var e in events)
        {
            if (!_projection.Rules.TryGetValue(e.Data.GetType(), out var rule)) continue;
            var key = new FlatRowKey(e.TenantId, rule.Key(e));
            if (!rows.TryGetValue(key, out var row)) rows.Add(key, row = new FlatRowChange(_projection.Table.Columns.Count));
            row.Apply(rule.Changes, e);
        }
    }
}
