using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace EventStore;

/// <summary>
/// The store's tables, in the shape of Marten's. Never drops or rewrites anything, but for the words that <see cref="StoreOptions.KeepsMessageOf"/> does not keep.
/// </summary>
public sealed class StoreSchema
{
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly DocumentStore _store;

    internal StoreSchema(DocumentStore store) => _store = store;

    private string Name => _store.Options.DatabaseSchemaName;

    private string MarkedTable => $"{Name}.mt_event_progression";

    private IEnumerable<TableDefinition> Tables =>
        MartenTables.All(Name, _store.Options.Events).Concat(_store.Documents.Declared
            .DistinctBy(document => document.TableName, StringComparer.Ordinal)
            .OrderBy(document => document.TableName, StringComparer.Ordinal)
            .Select(document => MartenTables.Document(Name, document.TableName, document.Identity, _store.Options.Events.IsConjoined)))
            .Concat(_store.Options.Projections.FlatTables
                .OrderBy(table => table.Name, StringComparer.Ordinal)
                .Select(table => table.Definition(Name, _store.Options.Events.IsConjoined)));

    /// <summary>
    /// Creates what is missing, in one transaction. Safe to call at every start, from several nodes at once. Where the database has it all, nothing is locked;
    /// else it is created between the transactions that are going on, which takes at most five minutes.
    /// </summary>
    /// <exception cref="PostgresException">For five minutes there was no moment to create it in.</exception>
    public async Task ApplyAsync(CancellationToken cancellationToken = default)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            // PostgreSQL locks a table before it looks whether "if not exists" leaves anything to do.
            if (await IsAppliedAsync(cancellationToken).ConfigureAwait(false)) return;
            try
            {
                await RunScriptAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable && Stopwatch.GetElapsedTime(begun) < LongestWait)
            {
                await Task.Delay(PauseBetweenTries, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Checks that the database has every table and column that the store needs.</summary>
    /// <exception cref="SchemaMismatchException">Something is missing, or has another type.</exception>
    public async Task AssertAsync(CancellationToken cancellationToken = default)
    {
        var differences = await FindDifferencesAsync(cancellationToken).ConfigureAwait(false);
        if (differences.Count > 0) throw new SchemaMismatchException(differences);
    }

    /// <summary>The whole schema as a script that may be run again and again; the same text for the same options.</summary>
    public string ToDatabaseScript()
    {
        var statements = Statements();
        return $"""
            {statements}-- By this the next start knows that nothing is missing.
            comment on table {MarkedTable} is '{MarkOf(statements)}';


            """;
    }

    private string Statements()
    {
        var script = new StringBuilder();
        if (Name != "public") script.Append("create schema if not exists ").Append(Name).Append(";\n\n");
        foreach (var table in Tables) table.AppendTo(script);
        if (_store.Options.KeepsMessageOf is not null) script.Append(_store.DaemonSql.ForgetWordsOnce).Append("\n\n");
        return script.ToString();
    }

    private static string MarkOf(string statements) => $"Event store {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statements)))[..16]}";

    private async Task<bool> IsAppliedAsync(CancellationToken cancellationToken)
    {
        await using var command = _store.DataSource.CreateCommand("select obj_description(to_regclass($1), 'pg_class')");
        command.Parameters.Add(Parameter.Of(MarkedTable));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string mark
            && mark == MarkOf(Statements())
            && (await FindDifferencesAsync(cancellationToken).ConfigureAwait(false)).Count == 0;
    }

    private async Task RunScriptAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);

        // "If not exists" alone does not keep two sessions from creating the same table at the same moment.
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection, transaction) { CommandTimeout = 0 })
        {
            turn.Parameters.Add(Parameter.Of($"EventStore:{Name}:schema"));
            await turn.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        // Whoever waits for a table has all wait who come after: so it waits briefly, lets them through, and tries again.
        await using (var script = new NpgsqlCommand($"set local lock_timeout = '1s'; {ToDatabaseScript()}", connection, transaction) { CommandTimeout = 0 })
        {
            await script.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken)
    {
        var actual = new Dictionary<(string Table, string Column), string>();
        await using (var command = _store.DataSource.CreateCommand("select table_name::text, column_name::text, data_type::text from information_schema.columns where table_schema = $1"))
        {
            command.Parameters.Add(Parameter.Of(Name));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) actual.Add((reader.GetString(0), reader.GetString(1)), reader.GetString(2));
        }

        var differences = new List<string>();
        foreach (var table in Tables)
        {
            if (!actual.Keys.Any(key => key.Table == table.Name))
            {
                differences.Add($"table {Name}.{table.Name} is missing");
                continue;
            }

            foreach (var column in table.Columns)
            {
                if (!actual.TryGetValue((table.Name, column.Name), out var type)) differences.Add($"column {Name}.{table.Name}.{column.Name} is missing");
                else if (type != column.CatalogType) differences.Add($"column {Name}.{table.Name}.{column.Name} is {type}, not {column.CatalogType}");
            }
        }

        return differences;
    }
}
