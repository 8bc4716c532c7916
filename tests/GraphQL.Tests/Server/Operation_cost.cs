using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Server;
using GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Server;

public sealed class Operation_cost
{
    private const string Shop = """
        extend type Query {
          goods(first: Int, last: Int): [Good!] @listSize(assumedSize: 5, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
          strict(first: Int, last: Int): [Good!] @listSize(slicingArguments: ["first", "last"])
          page(at: PageInput, first: Int = 3): GoodPage @listSize(slicingArguments: ["first", "at.size"], sizedFields: ["items"], requireOneSlicingArgument: false)
          find(by: GoodFilter, depth: Int @cost(weight: "7")): Good
          thing: Thing
        }
        type Good @cost(weight: "2") { name: String price: Int @cost(weight: "3") }
        type GoodPage { items: [Good!] total: Int }
        input PageInput { size: Int }
        input GoodFilter { name: String @cost(weight: "4") any: [GoodFilter!] limit: Int }
        interface Thing { id: ID thing: Thing }
        type Ball implements Thing { id: ID thing: Thing }
        type Stick implements Thing { id: ID thing: Thing }
        type Stone implements Thing { id: ID thing: Thing }
        """;

    [Fact]
    public async Task what_the_program_asks_itself_is_not_limited()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyCostOptions(options => options.MaxFieldCost = 15));
        var executor = host.Services.GetRequiredService<IRequestExecutor>();
        var request = new OperationRequest("{ bookById(id: \"1\") { slowTitle } }");

        var strangers = await executor.ExecuteAsync(request, host.Services, new ClaimsPrincipal(), default);
        var own = await executor.ExecuteAsync(request with { IsTrusted = true }, host.Services, new ClaimsPrincipal(), default);

        strangers.Errors.ShouldHaveSingleItem().Code.ShouldBe(ErrorCodes.CostLimit);
        own.Errors.ShouldNotContain(error => error.Code == ErrorCodes.CostLimit);
    }

    [Theory]
    [InlineData("{ hello }", 0, 1)]
    [InlineData("{ bookById(id: \"1\") { title slowTitle author { name } } }", 30, 3)]
    [InlineData("{ a: bookById(id: \"1\") { title } b: bookById(id: \"1\") { title } }", 20, 3)]
    [InlineData("{ bookById(id: \"1\") { ...A ...B } } fragment A on Book { slowTitle } fragment B on Book { slowTitle }", 20, 2)]
    [InlineData("{ bookById(id: \"1\") { slowTitle @skip(if: true) } }", 10, 2)]
    [InlineData("{ search(text: \"a\") { ... on Note { text } ... on Author { books { title } } } }", 11, 3)]
    [InlineData("{ __schema { types { name } } }", 2, 3)]
    public async Task waiting_costs_ten_and_an_object_one(string query, double field, double type) => (await CostAsync(query)).ShouldBe((field, type));

    [Theory]
    [InlineData("{ goods { name price } }", 16, 11)]
    [InlineData("{ goods(first: 2) { price } }", 7, 5)]
    [InlineData("{ goods(first: 2, last: 4) { price } }", 13, 9)]
    [InlineData("{ goods(first: -2) { price } }", 1, 1)]
    [InlineData("{ strict(first: 2) { price } }", 7, 5)]
    [InlineData("{ page { total items { price } } }", 11, 8)]
    [InlineData("{ page(first: 1) { total items { price } } }", 5, 4)]
    [InlineData("{ page(first: null, at: { size: 4 }) { items { price } } }", 14, 10)]
    [InlineData("{ catalogue(first: 3) { nodes { title } edges { node { title } } } }", 15, 11)]
    [InlineData("{ catalogue { nodes { title } } }", 11, 4)]
    [InlineData("{ catalogue(first: 1000000) { nodes { title } } }", 11, 5)]
    public async Task a_list_multiplies_what_is_below_it(string query, double field, double type) => (await CostAsync(query)).ShouldBe((field, type));

    [Theory]
    [InlineData("{ find { name } }", 1)]
    [InlineData("{ find(depth: 1) { name } }", 8)]
    [InlineData("{ find(by: { name: \"a\", any: [{ name: \"b\" }, { limit: 1 }] }) { name } }", 9)]
    public async Task arguments_and_input_fields_cost_what_they_say_when_they_are_given(string query, double field) =>
        (await CostAsync(query)).Field.ShouldBe(field);

    [Fact]
    public async Task variables_count_as_much_as_literals_and_each_request_counts_its_own()
    {
        await using var host = await StartAsync();
        const string Query = "query($n: Int = 5, $by: GoodFilter, $no: Boolean = false) { goods(first: $n) { price @skip(if: $no) } find(by: $by) { name } }";

        (await CostAsync(host, Query)).ShouldBe((17, 13));
        (await CostAsync(host, Query, """{"n":2}""")).ShouldBe((8, 7));
        (await CostAsync(host, Query, """{"n":2,"no":true}""")).ShouldBe((2, 7));
        (await CostAsync(host, Query, """{"n":2,"by":{"name":"a","any":[{"name":"b"}]}}""")).ShouldBe((16, 7));
        (await CostAsync(host, Query, """{"n":2}""")).ShouldBe((8, 7));
    }

    [Theory]
    [InlineData("{ bookById(id: \"1\") { slowTitle } }", "fieldCost", 20, "maxFieldCost", 15)]
    [InlineData("{ goods(first: 6) { name } }", "typeCost", 13, "maxTypeCost", 12)]
    public async Task an_operation_over_a_limit_is_refused_and_told_its_cost(string query, string kind, double cost, string limitName, double limit)
    {
        await using var host = await StartAsync(builder => builder.ModifyCostOptions(options =>
        {
            options.MaxFieldCost = 15;
            options.MaxTypeCost = 12;
        }));

        var (status, body) = await PostAsync(host, query, accept: "application/graphql-response+json");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.AsObject().ContainsKey("data").ShouldBeFalse();
        var extensions = body["errors"]![0]!["extensions"]!;
        extensions["code"]!.GetValue<string>().ShouldBe(ErrorCodes.CostLimit);
        extensions[kind]!.GetValue<double>().ShouldBe(cost);
        extensions[limitName]!.GetValue<double>().ShouldBe(limit);
    }

    [Fact]
    public async Task the_limits_are_a_thousand_unless_changed()
    {
        await using var host = await StartAsync();

        (await PostAsync(host, "{ goods(first: 333) { price } }")).Body["errors"].ShouldBeNull();
        var (_, body) = await PostAsync(host, "{ goods(first: 334) { price } }");

        body["errors"]![0]!["extensions"]!["fieldCost"]!.GetValue<double>().ShouldBe(1003);
    }

    [Fact]
    public async Task limits_that_are_not_enforced_refuse_nothing()
    {
        await using var host = await StartAsync(builder => builder.ModifyCostOptions(options => options.EnforceCostLimits = false));

        (await PostAsync(host, "{ goods(first: 100000) { price } }")).Body["errors"].ShouldBeNull();
    }

    [Fact]
    public async Task a_client_may_ask_what_its_operation_cost()
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(host, "{ hello }", header: "report");

        status.ShouldBe(HttpStatusCode.OK);
        body.ToJsonString().ShouldBe("""{"data":{"hello":"Hello reader"},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""");
    }

    [Fact]
    public async Task validate_only_tells_the_cost_however_high_it_is()
    {
        await using var host = await StartAsync();

        var (status, body) = await PostAsync(host, "mutation { clear { int } goods: clear { int } }", header: "validate", accept: "application/graphql-response+json");

        status.ShouldBe(HttpStatusCode.OK);
        body.ToJsonString().ShouldBe("""{"extensions":{"operationCost":{"fieldCost":20,"typeCost":3}}}""");
        host.Shelf.Books.ShouldNotBeEmpty();
        (await CostAsync(host, "{ goods(first: 100000) { price } }")).Field.ShouldBe(300_001);
    }

    [Fact]
    public async Task another_value_of_the_header_is_refused()
    {
        await using var host = await StartAsync();

        (await PostAsync(host, "{ hello }", header: "free")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("{ strict { name } }")]
    [InlineData("{ strict(first: 1, last: 1) { name } }")]
    [InlineData("query($n: Int) { strict(first: $n) { name } }")]
    public async Task a_list_may_ask_for_exactly_one_slicing_argument(string query)
    {
        await using var host = await StartAsync();

        var (_, body) = await PostAsync(host, query);

        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.SlicingArgumentRequired);
    }

    [Fact]
    public async Task what_stands_for_too_many_fields_to_count_is_refused_in_bounded_work()
    {
        await using var host = await StartAsync();
        var query = "{" + string.Concat(Enumerable.Repeat(" thing {", 60)) + " id " + new string('}', 60) + " }";

        var (_, body) = await PostAsync(host, query);

        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.CostLimit);
    }

    private static Task<LibraryHost> StartAsync(Action<GraphQLBuilder>? configure = null) => LibraryHost.StartAsync(builder =>
    {
        builder.ConfigureSchema(schema => schema.AddCostDirectives().AddSdl(Shop));
        configure?.Invoke(builder);
    });

    private static async Task<(double Field, double Type)> CostAsync(string query)
    {
        await using var host = await StartAsync();
        return await CostAsync(host, query);
    }

    private static async Task<(double Field, double Type)> CostAsync(LibraryHost host, string query, string variables = "{}")
    {
        var (_, body) = await PostAsync(host, query, variables, "validate");
        body["errors"]?.ToJsonString().ShouldBeNull();
        var cost = body["extensions"]!["operationCost"]!;
        return (cost["fieldCost"]!.GetValue<double>(), cost["typeCost"]!.GetValue<double>());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(
        LibraryHost host, string query, string variables = "{}", string? header = null, string accept = "application/json")
    {
        var json = new JsonObject { ["query"] = query, ["variables"] = JsonNode.Parse(variables) }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.HttpAddress) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", accept);
        if (header is not null)
            request.Headers.Add("GraphQL-Cost", header);
        using var response = await host.Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
