using Engagement.Tests.Integration;
using Npgsql;

namespace Engagement.Tests.Privacy;

/// <summary>Looks through every column of every table of a database: the log, the read models, the messages, the search indexes.</summary>
internal static class Everywhere
{
    private const string Columns =
        """
        select format('%I.%I', table_schema, table_name), column_name, data_type
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
        order by 1, 2
        """;

    /// <summary>Where a word stands in clear, as <c>schema.table.column</c>: as text of any kind, or as its bytes.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(this Platform platform, string word)
    {
        var database = platform.Get<NpgsqlDataSource>();
        var columns = new List<(string Table, string Column, bool IsBytes)>();
        await using (var list = database.CreateCommand(Columns))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                columns.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2) == "bytea"));
        }

        columns.Count.ShouldBeGreaterThan(100, "all tables are looked at");
        var bytes = $"%{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(word))}%";
        var found = new List<string>();
        foreach (var (table, column, isBytes) in columns)
        {
            await using var look = database.CreateCommand($"select exists (select from {table} where \"{column}\"::text ilike $1)");
            look.Parameters.Add(new NpgsqlParameter<string> { TypedValue = isBytes ? bytes : $"%{word}%" });
            if ((bool)(await look.ExecuteScalarAsync())!)
                found.Add($"{table}.{column}");
        }

        return found;
    }
}
