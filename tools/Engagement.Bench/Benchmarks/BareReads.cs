using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>The ceiling of a read: one prepared statement, and every column of every row of its answer looked at.</summary>
internal sealed class BareReads : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;

    public BareReads(string connectionString) => _database = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 1, NoResetOnClose = true });

    /// <summary>Returns how many rows there were.</summary>
    public async Task<int> ReadAsync(string statement, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = _database.CreateCommand(statement);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var values = new object[row.FieldCount];
        var rows = 0;
        while (await row.ReadAsync(cancellationToken))
        {
            row.GetValues(values);
            rows++;
        }

        return rows;
    }

    /// <summary>Closes its connections: the next statement is sent on a new one.</summary>
    public void Forget() => _database.Clear();

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
