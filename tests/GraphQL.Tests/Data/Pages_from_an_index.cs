using GraphQL.Data;
using GraphQL.Tests.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Data;

/// <summary>A page is read from where it begins in an index on its sort keys, also when the first of them may be null.</summary>
public sealed class Pages_from_an_index(Pages_from_an_index.LargeArchive archive) : IClassFixture<Pages_from_an_index.LargeArchive>
{
    // The rows of the page come out of the index as they are wanted; others may then be joined to them.
    private const string IndexScan = @"Limit\n +->  Index Scan( Backward)? using ""Works_[^""]+"" on ""Works"" w";
    private readonly Explanation _explanation = new();

    [Theory]
    [InlineData("pages: ASC", false, "first", "after", "endCursor")]
    [InlineData("rating: ASC", true, "first", "after", "endCursor")]
    [InlineData("rating: ASC", true, "last", "before", "startCursor")]
    [InlineData("rating: DESC", true, "first", "after", "endCursor")]
    [InlineData("rating: DESC", true, "last", "before", "startCursor")]
    [InlineData("subtitle: ASC", true, "first", "after", "endCursor")]
    public async Task every_page_is_a_stretch_of_the_index(string order, bool mayBeNull, string size, string from, string cursorName)
    {
        await using var server = new LibraryServer(builder =>
        {
            builder.Services.AddScoped(_ => archive.Database.Open(_explanation));
            builder.Services.AddScoped(services => archive.Database.Archive(services.GetRequiredService<ArchiveContext>()));
            builder.ModifyOptions(options => options.Paging = new PagingOptions { MaxPageSize = 20_000 });
            builder.ModifyCostOptions(cost => cost.EnforceCostLimits = false);
        });

        // Large steps, so that the walk comes from values to nulls, or from nulls to values.
        var cursor = "";
        for (var pages = 0; pages < 4; pages++)
        {
            var small = await server.ExecuteAsync($"{{ works(order: [{{ {order} }}], {size}: 5{cursor}) {{ nodes {{ id }} }} }}");
            small["errors"]?.ToJsonString().ShouldBeNull();
            small["data"]!["works"]!["nodes"]!.AsArray().Count.ShouldBe(5);
            var large = _explanation.Plans.Count;
            var page = await server.ExecuteAsync($"{{ works(order: [{{ {order} }}], {size}: 16000{cursor}) {{ pageInfo {{ {cursorName} }} }} }}");
            _explanation.Plans.RemoveRange(large, _explanation.Plans.Count - large);
            cursor = $", {from}: \"{page["data"]!["works"]!["pageInfo"]![cursorName]}\"";
        }

        _explanation.Plans.Count.ShouldBe(4);
        for (var i = 0; i < 4; i++)
            _explanation.Plans[i].ShouldMatch(i == 0 && !mayBeNull ? IndexScan : IndexScan + @"\n +Index Cond: \(");
    }

    /// <summary>50,000 works, a third of which has no rating and no subtitle.</summary>
    public sealed class LargeArchive : IAsyncLifetime
    {
        public ArchiveDatabase Database { get; } = new();

        public async Task InitializeAsync()
        {
            await Database.InitializeAsync();
            await using var context = Database.Open();
            await context.Database.ExecuteSqlRawAsync("""
                insert into "Works" ("Id", "Title", "Subtitle", "Pages", "Rating", "Price", "AddedAt", "IsLent", "Genre", "PressId", "Tags", "Keeper")
                select gen_random_uuid(), 'w' || i, case when i % 3 > 0 then 's' || i % 5000 end, i % 5000, case when i % 3 > 0 then i % 5000 end, i, now(), false, 0,
                    (select "Id" from "Press" limit 1), '{{}}', ''
                from generate_series(1, 50000) i;
                create index on "Works" ("Rating", "Id");
                create index on "Works" ("Rating" desc, "Id");
                create index on "Works" ("Subtitle", "Id");
                create index on "Works" ("Pages", "Id");
                analyze "Works", "Press"
                """);
        }

        public Task DisposeAsync() => Database.DisposeAsync();
    }
}
