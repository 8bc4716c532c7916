using Npgsql;

namespace Engagement.Tests.Integration;

/// <summary>What a database holds at one moment: of each table its rows, as text in an order of their own.</summary>
/// <remarks>When a row of a document was last written, and how often, is left out: that tells of the writing and not of what was written.</remarks>
public sealed class DatabaseContent
{
    private static readonly string[] Bookkeeping = ["mt_last_modified", "mt_version"];

    private readonly IReadOnlyDictionary<string, TableContent> _tables;

    private DatabaseContent(IReadOnlyDictionary<string, TableContent> tables) => _tables = tables;

    public IEnumerable<string> Tables => _tables.Keys;

    public long RowsOf(string table) => _tables[table].Rows;

    public static async Task<DatabaseContent> OfAsync(NpgsqlDataSource source, IEnumerable<string> tables)
    {
        var contents = new Dictionary<string, TableContent>();
        foreach (var table in tables)
            contents.Add(table, await ReadAsync(source, table));

        return new DatabaseContent(contents);
    }

    /// <summary>What differs in sentences that name the table and a row of each side; empty when all is the same.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(NpgsqlDataSource source, Func<string, string> kept)
    {
        var differences = new List<string>();
        foreach (var (table, before) in _tables)
        {
            var now = await ReadAsync(source, table);
            if (now == before)
                continue;

            var lost = await OnlyInAsync(source, kept(table), table);
            var found = await OnlyInAsync(source, table, kept(table));
            differences.Add($"{table}: {before.Rows} rows were kept up to date and {now.Rows} are rebuilt.\n  kept up to date: {lost}\n  rebuilt:         {found}");
        }

        return differences;
    }

    private static async Task<TableContent> ReadAsync(NpgsqlDataSource source, string table)
    {
        await using var command = source.CreateCommand(
            $"""
            select count(*), coalesce(sum(('x' || substr(md5(row_text), 1, 15))::bit(60)::bigint::numeric), 0)::text
            from ({Rows(table)}) as rows
            """);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new TableContent(reader.GetInt64(0), reader.GetString(1));
    }

    private static async Task<string> OnlyInAsync(NpgsqlDataSource source, string table, string other)
    {
        await using var command = source.CreateCommand($"({Rows(table)}) except ({Rows(other)}) order by 1 limit 1");
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync() as string ?? "nothing else";
    }

    private static string Rows(string table) =>
        $"select (to_jsonb(t) {string.Concat(Bookkeeping.Select(column => $" - '{column}'"))})::text as row_text from {table} t";

    /// <param name="Rows">How many.</param>
    /// <param name="Sum">Of the digests of all rows, so that their order is of no account.</param>
    private sealed record TableContent(long Rows, string Sum);
}
