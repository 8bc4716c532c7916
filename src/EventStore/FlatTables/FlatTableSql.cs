using Npgsql;

namespace EventStore;

/// <summary>Writes many rows of a flat table in a few statements: one for all rows of which the same columns change in the same way.</summary>
internal sealed class FlatTableSql(FlatTable table, string schema, bool isConjoined, string tableSuffix = "")
{
    private readonly string _name = $"{schema}.{table.Name}{tableSuffix}";

    public FlatTableSql Beside() => new(table, schema, isConjoined, ShadowTable.Suffix);

    public ShadowTable Shadow => new(
        _name, table.KeyNames(isConjoined), [.. table.Columns.Where(column => !column.IsKey).Select(column => column.Name)], []);

    public IEnumerable<NpgsqlBatchCommand> Write(Dictionary<FlatRowKey, FlatRowChange> rows)
    {
        var deleted = rows.Where(row => row.Value.IsDeleted).Select(row => row.Key).ToList();
        if (deleted.Count > 0) yield return Delete(deleted);
        foreach (var alike in rows.Where(row => row.Value.IsWritten).GroupBy(row => Signature(row.Value)))
            yield return Upsert([.. alike]);
    }

    /// <summary>The kind of change of each column.</summary>
    private static string Signature(FlatRowChange row) => string.Create(row.Values.Length, row, static (signature, row) =>
    {
        for (var i = 0; i < signature.Length; i++) signature[i] = (char)row.Values[i].Kind;
    });

    private NpgsqlBatchCommand Delete(List<FlatRowKey> rows)
    {
        var names = table.KeyNames(isConjoined);
        var command = new NpgsqlBatchCommand(
            $"delete from {_name} t using unnest({Numbered(names.Count)}) as k ({string.Join(", ", names)}) where {string.Join(" and ", names.Select(name => $"t.{name} = k.{name}"))}");
        AddKeys(command, rows);
        return command;
    }

    private NpgsqlBatchCommand Upsert(List<KeyValuePair<FlatRowKey, FlatRowChange>> rows)
    {
        var keys = table.KeyNames(isConjoined);
        var changes = table.Columns.Where(column => KindOf(column) != FlatChangeKind.None).ToList();
        var all = string.Join(", ", keys.Concat(changes.Select(column => column.Name)));
        var updates = changes.Select(column =>
            KindOf(column) == FlatChangeKind.Add ? $"{column.Name} = coalesce(t.{column.Name}, 0) + excluded.{column.Name}" : $"{column.Name} = excluded.{column.Name}");
        var command = new NpgsqlBatchCommand(
            $"""
            insert into {_name} as t ({all}) select {all} from unnest({Numbered(keys.Count + changes.Count)}) as w ({all}) order by {string.Join(", ", keys)}
            on conflict ({string.Join(", ", keys)}) do {(changes.Count == 0 ? "nothing" : $"update set {string.Join(", ", updates)}")}
            """);
        AddKeys(command, [.. rows.Select(row => row.Key)]);
        foreach (var column in changes) command.Parameters.Add(column.ToParameter([.. rows.Select(row => row.Value.Values[column.Place].Value)]));
        return command;

        FlatChangeKind KindOf(FlatColumn column) => rows[0].Value.Values[column.Place].Kind;
    }

    private void AddKeys(NpgsqlBatchCommand command, List<FlatRowKey> rows)
    {
        if (isConjoined) command.Parameters.Add(Parameter.Of((string[])[.. rows.Select(row => row.TenantId)]));
        for (var i = 0; i < table.Key.Count; i++)
        {
            var column = i;
            command.Parameters.Add(table.Key[i].ToParameter([.. rows.Select(row => row.Values[column])]));
        }
    }

    private static string Numbered(int count) => string.Join(", ", Enumerable.Range(1, count).Select(n => $"${n}"));
}
