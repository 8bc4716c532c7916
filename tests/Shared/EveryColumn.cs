using System.Text;
using Npgsql;
using Shouldly;

namespace Tests.Shared;

/// <summary>Looks through every column of every table of a database: the log, the read models, the messages, the search indexes.</summary>
public static class EveryColumn
{
    private const string Columns =
        """
        select format('%I.%I', table_schema, table_name), column_name, data_type
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
        order by 1, 2
        """;

    /// <summary>All that each column holds, one value after the other; bytes as the text that they may be.</summary>
    public static async Task<IReadOnlyList<(string Place, string Text)>> TextsAsync(this NpgsqlDataSource database)
    {
        var columns = new List<(string Table, string Column, bool IsBytes)>();
        await using (var list = database.CreateCommand(Columns))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                columns.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2) == "bytea"));
        }

        columns.Count.ShouldBeGreaterThan(100, "all tables are looked at");
        var texts = new List<(string, string)>();
        foreach (var (table, column, isBytes) in columns)
        {
            await using var read = database.CreateCommand($"select \"{column}\"{(isBytes ? "" : "::text")} from {table} where \"{column}\" is not null");
            await using var rows = await read.ExecuteReaderAsync();
            var all = new StringBuilder();
            while (await rows.ReadAsync())
                all.Append(isBytes ? Encoding.Latin1.GetString(rows.GetFieldValue<byte[]>(0)) : rows.GetString(0)).Append('\n');

            texts.Add(($"{table}.{column}", all.ToString()));
        }

        return texts;
    }
}
