using System.Linq.Expressions;
using System.Text.Json.Nodes;
using GraphQL.Data;

using GraphQL.Tests.Library;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Data;

public sealed class Filtering
{
    private static readonly List<Work> Works = AnyArchive.Of(60, seed: 7);

    /// <summary>Conditions as clients write them, and what each means.</summary>
    private static readonly (string Where, Func<Work, bool> Means)[] Meanings =
    [
        ("{}", _ => true),
        ("{ title: {} }", _ => true),
        ("{ title: { eq: \"ab\" } }", work => work.Title == "ab"),
        ("{ title: { neq: \"ab\" } }", work => work.Title != "ab"),
        ("{ title: { in: [\"a\", \"b\"] } }", work => work.Title is "a" or "b"),
        ("{ title: { in: [] } }", _ => false),
        ("{ title: { nin: [\"a\", \"b\"] } }", work => work.Title is not ("a" or "b")),
        ("{ title: { nin: [] } }", _ => true),
        ("{ title: { contains: \"b\" } }", work => work.Title.Contains('b')),
        ("{ title: { startsWith: \"b\" } }", work => work.Title.StartsWith('b')),
        ("{ title: { endsWith: \"b\" } }", work => work.Title.EndsWith('b')),
        ("{ title: { contains: \"%\" } }", work => work.Title.Contains('%')),
        ("{ title: { startsWith: \"a\", endsWith: \"b\" } }", work => work.Title == "ab"),
        ("{ title: { or: [{ eq: \"a\" }, { startsWith: \"b\" }] } }", work => work.Title == "a" || work.Title.StartsWith('b')),
        ("{ title: { and: [{ startsWith: \"b\" }, { endsWith: \"c\" }] } }", work => work.Title == "bc"),
        ("{ subtitle: { eq: null } }", work => work.Subtitle is null),
        ("{ subtitle: { neq: null } }", work => work.Subtitle is not null),
        ("{ subtitle: { neq: \"a\" } }", work => work.Subtitle != "a"),
        ("{ subtitle: { in: [\"a\", null] } }", work => work.Subtitle is null or "a"),
        ("{ subtitle: { nin: [\"a\", null] } }", work => work.Subtitle is not (null or "a")),
        ("{ subtitle: { nin: [\"a\"] } }", work => work.Subtitle != "a"),
        ("{ subtitle: { contains: \"b\" } }", work => work.Subtitle?.Contains('b') == true),
        ("{ subtitle: { ncontains: \"b\" } }", work => work.Subtitle?.Contains('b') != true),
        ("{ subtitle: { nstartsWith: \"b\" } }", work => work.Subtitle?.StartsWith('b') != true),
        ("{ subtitle: { nendsWith: \"b\" } }", work => work.Subtitle?.EndsWith('b') != true),
        ("{ pages: { gt: 1 } }", work => work.Pages > 1),
        ("{ pages: { ngt: 1 } }", work => work.Pages <= 1),
        ("{ pages: { gte: 1, lt: 2 } }", work => work.Pages == 1),
        ("{ pages: { eq: null } }", _ => false),
        ("{ pages: { neq: null } }", _ => true),
        ("{ pages: { in: [0, null, 2] } }", work => work.Pages is 0 or 2),
        ("{ rating: { gt: 1 } }", work => work.Rating > 1),
        ("{ rating: { ngt: 1 } }", work => !(work.Rating > 1)),
        ("{ rating: { gte: 1 } }", work => work.Rating >= 1),
        ("{ rating: { ngte: 1 } }", work => !(work.Rating >= 1)),
        ("{ rating: { lt: 1 } }", work => work.Rating < 1),
        ("{ rating: { nlt: 1 } }", work => !(work.Rating < 1)),
        ("{ rating: { lte: 1 } }", work => work.Rating <= 1),
        ("{ rating: { nlte: 1 } }", work => !(work.Rating <= 1)),
        ("{ rating: { in: [0.25, null] } }", work => work.Rating is null or 0.25),
        ("{ price: { lte: 0.5 } }", work => work.Price <= 0.5m),
        ("{ addedAt: { gt: \"2026-01-01T02:00:00.0000000+02:00\" } }", work => work.AddedAt > new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        ("{ printed: { gte: \"2000-01-02\" } }", work => work.Printed >= new DateOnly(2000, 1, 2)),
        ("{ isLent: { eq: true } }", work => work.IsLent),
        ("{ isRare: { neq: true } }", work => work.IsRare != true),
        ("{ isRare: { eq: null } }", work => work.IsRare is null),
        ("{ genre: { eq: PLAIN_TRUTH } }", work => work.Genre == Genre.PlainTruth),
        ("{ secondGenre: { nin: [FICTION, null] } }", work => work.SecondGenre is Genre.PlainTruth),
        ("{ press: { name: { startsWith: \"a\" } } }", work => work.Press.Name.StartsWith('a')),
        ("{ press: { city: { eq: null } } }", work => work.Press.City is null),
        ("{ reprint: { city: { eq: null } } }", work => work.Reprint is { City: null }),
        ("{ reprint: {} }", work => work.Reprint is not null),
        ("{ tags: { any: true } }", work => work.Tags.Count > 0),
        ("{ tags: { any: false } }", work => work.Tags.Count == 0),
        ("{ tags: { some: { eq: \"a\" } } }", work => work.Tags.Contains("a")),
        ("{ tags: { none: { startsWith: \"a\" } } }", work => !work.Tags.Exists(tag => tag.StartsWith('a'))),
        ("{ tags: { all: { or: [{ eq: \"a\" }, { eq: \"b\" }] } } }", work => work.Tags.TrueForAll(tag => tag is "a" or "b")),
        ("{ loans: { some: { days: { gt: 0 }, reader: { neq: \"a\" } } } }", work => work.Loans.Exists(loan => loan.Days > 0 && loan.Reader != "a")),
        ("{ loans: { all: { fee: { gt: 0 } } } }", work => work.Loans.TrueForAll(loan => loan.Fee > 0)),
        ("{ loans: { all: { fee: { ngt: 0 } } } }", work => work.Loans.TrueForAll(loan => !(loan.Fee > 0))),
        ("{ loans: { all: { fee: { neq: 0 } } } }", work => work.Loans.TrueForAll(loan => loan.Fee != 0)),
        ("{ loans: { all: { fee: { in: [0, 1] } } } }", work => work.Loans.TrueForAll(loan => loan.Fee is 0 or 1)),
        ("{ loans: { none: { fee: { lt: 1 } } } }", work => !work.Loans.Exists(loan => loan.Fee < 1)),
        ("{ loans: { all: { days: { gt: 0 } } } }", work => work.Loans.TrueForAll(loan => loan.Days > 0)),
        ("{ and: [{ pages: { gt: 0 } }, { isLent: { eq: false } }] }", work => work.Pages > 0 && !work.IsLent),
        ("{ or: [{ pages: { gt: 1 } }, { isLent: { eq: false } }] }", work => work.Pages > 1 || !work.IsLent),
        ("{ or: [{ pages: { gt: 1 } }, {}] }", _ => true),
        ("{ or: [] }", _ => true),
        ("{ and: [] }", _ => true),
        ("{ pages: { gt: 0 }, or: [{ isLent: { eq: true } }, { and: [{ genre: { eq: FICTION } }, { rating: { eq: null } }] }] }",
            work => work.Pages > 0 && (work.IsLent || (work.Genre == Genre.Fiction && work.Rating is null))),
    ];

    public static TheoryData<string> Conditions => [.. Meanings.Select(item => item.Where)];

    [Theory, MemberData(nameof(Conditions))]
    public async Task a_list_has_exactly_the_items_that_meet_the_condition(string where)
    {
        await using var server = Server(Works);

        var found = await FindAsync(server, where);

        found.ShouldBe(IdsWhere(where));
    }

    /// <summary>The identifiers that a condition means, for tests against other data sources.</summary>
    internal static IEnumerable<Guid> IdsWhere(string where) =>
        Works.Where(Meanings.First(item => item.Where == where).Means).Select(work => work.Id);

    internal static async Task<IEnumerable<Guid>> FindAsync(LibraryServer server, string where)
    {
        var result = await server.ExecuteAsync($"{{ allWorks(where: {where}) {{ id }} }}");
        result["errors"].ShouldBeNull();
        return result["data"]!["allWorks"]!.AsArray().Select(work => NodeId.Decode<Guid>(work!["id"]!.GetValue<string>()));
    }

    internal static LibraryServer Server(IEnumerable<Work> works) => new(builder => builder.Services.AddSingleton(Archive.Of(works)));

    [Fact]
    public async Task an_item_is_found_by_its_global_identifier()
    {
        await using var server = Server(Works);
        var wanted = Works[3].Id;

        (await FindAsync(server, $"{{ id: {{ in: [\"{NodeId.Encode("Work", wanted)}\"] }} }}")).ShouldBe([wanted]);
        (await FindAsync(server, $"{{ id: {{ eq: \"{NodeId.Encode("Work", wanted)}\" }} }}")).ShouldBe([wanted]);
    }

    [Fact]
    public async Task conditions_come_in_variables_too()
    {
        await using var server = Server(Works);

        var result = await server.ExecuteAsync(
            "query($where: WorkFilterInput, $page: Int) { works(where: $where, first: 50) { totalCount } some: allWorks(where: { pages: { eq: $page } }) { id } none: allWorks(where: null) { id } }",
            new { where = new { or = new object[] { new { pages = new { eq = 1 } }, new { title = new { @in = new[] { "a" } } } } }, page = 1 });

        result["errors"].ShouldBeNull();
        result["data"]!["works"]!["totalCount"]!.GetValue<int>().ShouldBe(Works.Count(work => work.Pages == 1 || work.Title == "a"));
        result["data"]!["some"]!.AsArray().Count.ShouldBe(Works.Count(work => work.Pages == 1));
        result["data"]!["none"]!.AsArray().Count.ShouldBe(Works.Count);
    }

    [Fact]
    public async Task only_what_is_declared_can_be_asked_for()
    {
        await using var server = Server(Works);

        Fields(server, "WorkFilterInput").ShouldNotContain("keeper");
        Fields(server, "WorkSortInput").ShouldBe(
            ["title", "subtitle", "pages", "rating", "price", "addedAt", "printed", "isLent", "isRare", "genre", "secondGenre", "press"], ignoreOrder: true);
        Fields(server, "PressFilterInput").ShouldBe(["and", "or", "name", "city"], ignoreOrder: true);
        Fields(server, "LoanFilterInput").ShouldBe(["and", "or", "reader", "days", "fee"], ignoreOrder: true);
        Fields(server, "BooleanOperationFilterInput").ShouldBe(["eq", "neq"]);
        Fields(server, "IdOperationFilterInput").ShouldBe(["eq", "neq", "in", "nin"]);
        Fields(server, "GenreOperationFilterInput").ShouldBe(["eq", "neq", "in", "nin"]);
        Fields(server, "IntOperationFilterInput").ShouldBe(["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"]);
        Fields(server, "StringOperationFilterInput").ShouldBe(
            ["and", "or", "eq", "neq", "in", "nin", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"]);
        Fields(server, "ListStringOperationFilterInput").ShouldBe(["all", "none", "some", "any"]);
        Fields(server, "ListFilterInputTypeOfLoanFilterInput").ShouldBe(["all", "none", "some", "any"]);
    }

    [Theory]
    [InlineData("{ keeper: { eq: \"x\" } }", "VALIDATION_FAILED")]
    [InlineData("{ title: null }", "QUERY_INVALID")]
    [InlineData("{ title: { contains: null } }", "QUERY_INVALID")]
    [InlineData("{ pages: { gt: null } }", "QUERY_INVALID")]
    [InlineData("{ title: { in: null } }", "QUERY_INVALID")]
    [InlineData("{ tags: { any: null } }", "QUERY_INVALID")]
    [InlineData("{ tags: { some: null } }", "QUERY_INVALID")]
    [InlineData("{ and: null }", "QUERY_INVALID")]
    [InlineData("{ title: { eq: \"a\\u0000b\" } }", "QUERY_INVALID")]
    [InlineData("{ id: { eq: \"nonsense\" } }", "ID_INVALID")]
    public async Task what_cannot_be_meant_is_refused_with_a_code(string where, string code)
    {
        await using var server = Server(Works);

        var result = await server.ExecuteAsync($"{{ allWorks(where: {where}) {{ id }} }}");

        var error = result["errors"]!.AsArray().ShouldHaveSingleItem()!["extensions"]!;
        (code == "VALIDATION_FAILED" ? error["code"]!.GetValue<string>() != "INTERNAL" : error["code"]!.GetValue<string>() == code).ShouldBeTrue(error.ToJsonString());
    }

    [Fact]
    public async Task a_condition_of_any_size_is_answered_or_refused()
    {
        await using var server = Server(Works);
        var wide = new JsonObject { ["or"] = new JsonArray([.. Enumerable.Range(0, 900).Select(i => (JsonNode)new JsonObject { ["pages"] = new JsonObject { ["eq"] = i } })]) };
        var tooWide = new JsonObject { ["or"] = new JsonArray([.. Enumerable.Range(0, 20_000).Select(i => (JsonNode)new JsonObject { ["pages"] = new JsonObject { ["eq"] = i } })]) };
        var tooMany = new JsonObject { ["pages"] = new JsonObject { ["in"] = new JsonArray([.. Enumerable.Range(0, 20_000).Select(i => (JsonNode)i)]) } };
        var deep = string.Concat(Enumerable.Repeat("{ or: [{ pages: { eq: 7 } }, ", 60)) + "{}" + string.Concat(Enumerable.Repeat("] }", 60));

        (await AskAsync(wide))["data"]!["allWorks"]!.AsArray().Count.ShouldBe(Works.Count);
        Code(await AskAsync(tooWide)).ShouldBe("QUERY_TOO_LARGE");
        Code(await AskAsync(tooMany)).ShouldBe("QUERY_TOO_LARGE");
        Code(await server.ExecuteAsync($"{{ allWorks(where: {deep.Replace("{}", "{ isLent: { eq: true } }", StringComparison.Ordinal)}) {{ id }} }}")).ShouldBe("QUERY_TOO_LARGE");

        Task<JsonNode> AskAsync(JsonObject where) => server.ExecuteAsync("query($w: WorkFilterInput) { allWorks(where: $w) { id } }", new { w = where });
        static string Code(JsonNode result) => result["errors"]!.AsArray().ShouldHaveSingleItem()!["extensions"]!["code"]!.GetValue<string>();
    }

    [Fact]
    public void values_reach_query_providers_as_parameters()
    {
        var field = new QueryField<Work, int>("pages", "Pages", false, work => work.Pages, work => work.Pages);
        FilterNode filter = new AllFilter([new FieldFilter(field, FilterOperator.Gt, 4711), new FieldFilter(field, FilterOperator.In, new List<object?> { 4712 })]);

        var constants = new Constants();
        constants.Visit(filter.ToExpression<Work>());

        constants.Values.ShouldNotContain(4711);
        constants.Values.OfType<List<int>>().ShouldBeEmpty();
    }

    private static IEnumerable<string> Fields(LibraryServer server, string type) =>
        ((InputObjectType)server.Services.GetRequiredService<SchemaDefinition>().GetType(type)!).Fields.Select(field => field.Name);

    private sealed class Constants : ExpressionVisitor
    {
        public List<object?> Values { get; } = [];

        protected override Expression VisitConstant(ConstantExpression node)
        {
            Values.Add(node.Value);
            return node;
        }
    }
}
