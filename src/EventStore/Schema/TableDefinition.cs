using System.Text;

namespace EventStore;

/// <param name="Name">The column.</param>
/// <param name="Type">Its type as declared.</param>
/// <param name="Rest">Null or default clauses.</param>
/// <param name="CatalogType">Its type as information_schema says it.</param>
/// <param name="IsOptionalInMarten">Whether Marten creates it only when asked, so that an existing table may lack it.</param>
internal sealed record ColumnDefinition(string Name, string Type, string Rest, string CatalogType, bool IsOptionalInMarten = false);

/// <param name="Schema">The schema.</param>
/// <param name="Name">The table.</param>
/// <param name="Columns">Its columns, in Marten's order.</param>
/// <param name="PrimaryKey">The whole clause of its primary key.</param>
/// <param name="Afterwards">What comes with the table: partitions, sequences, indexes, foreign keys.</param>
/// <param name="PartitionBy">What its partitions are chosen by; null where it has none.</param>
internal sealed record TableDefinition(
    string Schema,
    string Name,
    IReadOnlyList<ColumnDefinition> Columns,
    string PrimaryKey,
    IReadOnlyList<string> Afterwards,
    string? PartitionBy = null)
{
    public void AppendTo(StringBuilder script)
    {
        var table = $"{Schema}.{Name}";
        Line(script, $"create table if not exists {table} (");
        foreach (var column in Columns) Line(script, $"    {column.Name} {column.Type} {column.Rest},");
        Line(script, $"    {PrimaryKey}");
        Line(script, PartitionBy is null ? ");" : $") partition by {PartitionBy};");
        foreach (var column in Columns.Where(column => column.IsOptionalInMarten))
            Line(script, $"alter table {table} add column if not exists {column.Name} {column.Type} {column.Rest};");
        foreach (var statement in Afterwards) Line(script, statement);
        Line(script, "");
    }

    private static void Line(StringBuilder script, string text) => script.Append(text).Append('\n');
}
