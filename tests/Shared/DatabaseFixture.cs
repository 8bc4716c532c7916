using Xunit;

namespace Tests.Shared;

/// <summary>An empty database for the tests of one class or collection, as an xUnit fixture.</summary>
public sealed class DatabaseFixture : IAsyncLifetime
{
    private TestDatabase? _database;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not begun yet: xUnit calls InitializeAsync first.");

    public string ConnectionString => Database.ConnectionString;

    public async Task InitializeAsync() => _database = await TestPostgres.CreateDatabaseAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
