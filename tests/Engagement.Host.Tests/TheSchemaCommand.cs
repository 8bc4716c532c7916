using Tests.Shared;

namespace Engagement.Host.Tests;

public sealed class TheSchemaCommand : IClassFixture<DatabaseFixture>
{
    private readonly DatabaseFixture _fixture;

    public TheSchemaCommand(DatabaseFixture fixture) => _fixture = fixture;

    [Fact]
    public async Task Brings_an_empty_database_to_what_is_needed_and_names_each_difference()
    {
        var empty = await RunAsync("schema assert");
        empty.ExitCode.ShouldBe(1);
        empty.Output.ShouldContain("table public.mt_events is missing\n");
        empty.Output.ShouldContain("table engagement.views is missing\n");

        (await RunAsync("schema apply")).ExitCode.ShouldBe(0);
        var whole = await RunAsync("schema assert");
        whole.ExitCode.ShouldBe(0, whole.Output);

        await using (var connection = new Npgsql.NpgsqlConnection(_fixture.ConnectionString))
        {
            await connection.OpenAsync();
            await using var spoil = new Npgsql.NpgsqlCommand(
                """
                alter table mt_events drop column causation_id;
                drop index engagement.views_newest;
                drop table messaging.deduplications;
                """,
                connection);
            await spoil.ExecuteNonQueryAsync();
        }

        var broken = await RunAsync("schema assert");
        broken.ExitCode.ShouldBe(1);
        broken.Output.TrimEnd().Split('\n').ShouldBe(
            [
                "column public.mt_events.causation_id is missing",
                "table messaging.deduplications is missing",
                "index messaging.deduplications_expiry is missing",
                "index engagement.views_newest is missing",
            ],
            ignoreOrder: true);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string line) =>
        TheProgram.RunAsync(line.Split(' '), ("ConnectionStrings__Engagement", _fixture.ConnectionString));
}
