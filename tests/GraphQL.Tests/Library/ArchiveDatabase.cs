using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Tests.Shared;

namespace GraphQL.Tests.Library;

/// <summary>An archive in a PostgreSQL database of its own.</summary>
public sealed class ArchiveDatabase : IAsyncLifetime
{
    private TestDatabase _database = null!;

    internal List<Work> Works { get; } = AnyArchive.Of(60, seed: 7);

    /// <summary>What Entity Framework sent, since this was last emptied.</summary>
    public List<string> Statements { get; } = [];

    internal string ConnectionString => _database.ConnectionString;

    public async Task InitializeAsync()
    {
        _database = await TestPostgres.CreateDatabaseAsync();
        await using var context = Open();
        await context.Database.EnsureCreatedAsync();
        context.AddRange(Works);
        await context.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    /// <summary>The archive as a resolver finds it: a query of Entity Framework, and a read model with SQL of its own.</summary>
    internal Archive Archive(ArchiveContext context) => new(context.Works.AsNoTracking(), new ArchiveSql(ConnectionString, Works).ReadAsync);

    internal ArchiveContext Open(IInterceptor? interceptor = null) => new(new DbContextOptionsBuilder<ArchiveContext>()
        .UseNpgsql(ConnectionString)
        .AddInterceptors(interceptor is null ? [] : [interceptor])
        .LogTo(Statements.Add, [RelationalEventId.CommandExecuted])
        .Options);
}
