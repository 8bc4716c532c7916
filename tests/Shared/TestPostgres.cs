using System.Collections.Concurrent;
using Npgsql;

namespace Tests.Shared;

/// <summary>
/// Gives every test a database of its own on one shared cluster. A template is prepared once in a process; each further database is a copy
/// of it, which costs about as much as an empty one.
/// </summary>
public static class TestPostgres
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();

    private static readonly Lazy<Task<NpgsqlDataSource>> Administration = new(OpenAsync);

    /// <summary>A new database: an empty one, or a copy of a template that was prepared in this process before.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync(string template = "empty")
    {
        if (template == "empty")
            return await CreateAsync("template0");

        return Templates.TryGetValue(template, out var prepared)
            ? await CreateAsync(await prepared.Value)
            : throw new ArgumentException($"No template is called '{template}': give the function that prepares it.", nameof(template));
    }

    /// <summary>A copy of a template. The first caller of that name has it prepared; the others wait for it.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync(string templateName, Func<string, Task> prepare)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        var template = Templates.GetOrAdd(templateName, _ => new Lazy<Task<string>>(() => PrepareAsync(prepare)));
        return await CreateAsync(await template.Value);
    }

    internal static async Task DropAsync(string name)
    {
        var administration = await Administration.Value;
        await using var drop = administration.CreateCommand($"drop database if exists {name} with (force)");
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task<string> PrepareAsync(Func<string, Task> prepare)
    {
        var template = await CreateAsync("template0");
        await prepare(template.ConnectionString);

        // PostgreSQL copies a database only while nobody is connected to it, and pools keep their connections.
        await using var connection = new NpgsqlConnection(template.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        var administration = await Administration.Value;
        await using var close = administration.CreateCommand($"""
            alter database {template.Name} allow_connections false;
            select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{template.Name}';
            """);
        await close.ExecuteNonQueryAsync();
        return template.Name;
    }

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        var administration = await Administration.Value;
        var name = TestDatabase.NamePrefix + Guid.NewGuid().ToString("N");
        await using var create = administration.CreateCommand($"create database {name} template {template}");
        await create.ExecuteNonQueryAsync();
        var connection = new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionStringAsync())
        {
            Database = name,
            Pooling = true,
            // A test that fails by a constraint should name the row.
            IncludeErrorDetail = true,
        };
        return new TestDatabase(name, connection.ConnectionString);
    }

    private static async Task<NpgsqlDataSource> OpenAsync() => NpgsqlDataSource.Create(await TestCluster.ConnectionStringAsync());
}
