using Npgsql;
using Tests.Shared;

namespace EmbeddedPostgres.Tests.Shared;

public sealed class Test_databases
{
    [Fact]
    public async Task are_copies_of_a_template_that_is_prepared_once_and_do_not_see_each_other()
    {
        var prepared = 0;
        async Task PrepareAsync(string connectionString)
        {
            Interlocked.Increment(ref prepared);
            await ExecuteAsync(connectionString, "create table notes as select 'from the template' as text");
        }

        var databases = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestPostgres.CreateDatabaseAsync("notes", PrepareAsync)));
        await ExecuteAsync(databases[0].ConnectionString, "insert into notes values ('only here')");

        prepared.ShouldBe(1);
        (await CountAsync(databases[0].ConnectionString, "notes")).ShouldBe(2);
        (await CountAsync(databases[1].ConnectionString, "notes")).ShouldBe(1);
        await using var later = await TestPostgres.CreateDatabaseAsync("notes");
        (await CountAsync(later.ConnectionString, "notes")).ShouldBe(1);

        foreach (var database in databases)
            await database.DisposeAsync();
    }

    [Fact]
    public async Task are_gone_when_disposed_though_somebody_is_still_connected()
    {
        await using var other = await TestPostgres.CreateDatabaseAsync();
        var database = await TestPostgres.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();

        await database.DisposeAsync();

        (await CountAsync(other.ConnectionString, $"pg_database where datname = '{database.Name}'")).ShouldBe(0);
    }

    [Fact]
    public async Task of_a_template_that_nobody_prepared_are_refused() =>
        (await Should.ThrowAsync<ArgumentException>(() => TestPostgres.CreateDatabaseAsync("unheard of"))).Message.ShouldContain("unheard of");

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(string connectionString, string table)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
