using Npgsql;

namespace Tests.Shared;

/// <summary>One test's own database. It is dropped when disposed, with whatever sessions are still open on it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    internal const string NamePrefix = "test_";

    internal TestDatabase(string name, string connectionString)
    {
        Name = name;
        ConnectionString = connectionString;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        // Pooled connections of this process would otherwise live on with a dead server session each.
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await TestPostgres.DropAsync(Name);
    }
}
