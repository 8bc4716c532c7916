using GraphQL.Data;
using GraphQL.Tests.Library;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Data;

/// <summary>What is asked means the same on a database: translated by Entity Framework, and by a read model that writes SQL of its own.</summary>
public sealed class Queries_on_PostgreSQL(ArchiveDatabase database) : IClassFixture<ArchiveDatabase>
{
    [Theory, MemberData(nameof(Filtering.Conditions), MemberType = typeof(Filtering))]
    public async Task a_condition_finds_the_same_rows(string where)
    {
        await using var server = Server();

        (await Filtering.FindAsync(server, where)).ShouldBe(Filtering.IdsWhere(where), ignoreOrder: true);
        (await FindPageAsync(server, where)).ShouldBe(Filtering.IdsWhere(where), ignoreOrder: true);
    }

    [Fact]
    public async Task a_row_is_found_by_its_global_identifier()
    {
        await using var server = Server();
        var wanted = database.Works[3].Id;

        (await Filtering.FindAsync(server, $"{{ id: {{ in: [\"{NodeId.Encode("Work", wanted)}\"] }} }}")).ShouldBe([wanted]);
    }

    [Theory]
    [InlineData("works")]
    [InlineData("worksRead")]
    public Task any_walk_visits_every_row_once_and_in_order(string field) => Keyset_paging.Always(
        async walk =>
        {
            await using var server = Server();
            var seen = new List<Guid>();
            await foreach (var page in Keyset_paging.PagesAsync(server, walk with { PageSize = walk.PageSize * 4 }, field))
            {
                seen = walk.IsBackward ? [.. Keyset_paging.Ids(page), .. seen] : [.. seen, .. Keyset_paging.Ids(page)];
                page["totalCount"]!.GetValue<int>().ShouldBe(database.Works.Count);
                page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBe(walk.IsBackward ? seen.Count < database.Works.Count : seen.Count > Keyset_paging.Ids(page).Count());
            }

            seen.Count.ShouldBe(database.Works.Count);
            seen.ShouldBe(ByBytes(database.Works, walk.Order));
        },
        walks: 15);

    [Fact]
    public async Task nothing_is_skipped_over_and_values_are_parameters()
    {
        await using var server = Server();
        var first = await server.ExecuteAsync("{ works(first: 5, where: { pages: { gte: 1 } }) { pageInfo { endCursor } } }");
        var cursor = first["data"]!["works"]!["pageInfo"]!["endCursor"];
        database.Statements.Clear();

        await server.ExecuteAsync($"{{ works(first: 5, where: {{ pages: {{ gte: 1 }} }}, after: \"{cursor}\") {{ nodes {{ id }} }} }}");

        var statement = database.Statements.ShouldHaveSingleItem();
        statement.ShouldNotContain("OFFSET");
        statement.ShouldContain("LIMIT @");
        statement.ShouldContain("\"Pages\" >= @");
        statement.ShouldContain("\"Title\" >= @");
        statement.ShouldContain("\"Id\" > @");
    }

    private static IEnumerable<Guid> ByBytes(IEnumerable<Work> works, IEnumerable<(string Key, bool IsDescending)> order) =>
        Keyset_paging.Sorted(works, order).Select(work => work.Id);

    private static async Task<IEnumerable<Guid>> FindPageAsync(LibraryServer server, string where)
    {
        var found = new List<Guid>();
        var after = "";
        while (true)
        {
            var result = await server.ExecuteAsync($"{{ worksRead(where: {where}, first: 50{after}) {{ edges {{ node {{ id }} }} pageInfo {{ hasNextPage endCursor }} }} }}");
            result["errors"]?.ToJsonString().ShouldBeNull();
            var page = result["data"]!["worksRead"]!;
            found.AddRange(Keyset_paging.Ids(page));
            if (!page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
                return found;
            after = $", after: \"{page["pageInfo"]!["endCursor"]}\"";
        }
    }

    private LibraryServer Server() => new(builder =>
    {
        builder.Services.AddScoped(_ => database.Open());
        builder.Services.AddScoped(services => database.Archive(services.GetRequiredService<ArchiveContext>()));
    });
}
