using System.Text.Json.Nodes;
using GraphQL.Language;

namespace GraphQL.Tests.Execution;

public sealed class Null_propagation
{
    private const string Schema = """
        type Query { a: A b: String }
        type A { nullable: String required: String! list: [B] requiredItems: [B!] requiredList: [B!]! deep: A other: String }
        type B { required: String! name: String }
        """;

    [Theory]
    [InlineData("{ a { nullable } b }", """{"a":{"nullable":null},"b":"b"}""", "a/nullable")]
    [InlineData("{ a { required nullable } b }", """{"a":null,"b":"b"}""", "a/required")]
    [InlineData("{ a { list { required } other } }", """{"a":{"list":[{"required":"1"},null,{"required":"3"}],"other":"x"}}""", "a/list/1/required")]
    [InlineData("{ a { requiredItems { required } other } }", """{"a":{"requiredItems":null,"other":"x"}}""", "a/requiredItems/1/required")]
    [InlineData("{ a { requiredList { required } other } b }", """{"a":null,"b":"b"}""", "a/requiredList/1/required")]
    [InlineData("{ a { deep { required } other } }", """{"a":{"deep":null,"other":"x"}}""", "a/deep/required")]
    public async Task a_null_goes_up_to_the_nearest_place_where_it_may_be(string query, string expectedData, string expectedPath)
    {
        foreach (var isAsynchronous in new[] { false, true })
        {
            var result = await ExecuteAsync(Schema, query, isAsynchronous);

            result["data"]!.ToJsonString().ShouldBe(expectedData);
            var error = expectedPath.EndsWith("nullable", StringComparison.Ordinal) ? null : result["errors"]!.AsArray().ShouldHaveSingleItem();
            if (error is not null)
            {
                string.Join('/', error["path"]!.AsArray()).ShouldBe(expectedPath);
                error["extensions"]!["code"]!.GetValue<string>().ShouldBe("NON_NULL_VIOLATION");
            }
        }
    }

    [Fact]
    public async Task a_null_that_reaches_the_root_makes_data_null()
    {
        var result = await ExecuteAsync("type Query { a: A! b: String } type A { required: String! }", "{ b a { required } }", isAsynchronous: true);

        result.AsObject().ContainsKey("data").ShouldBeTrue();
        result["data"].ShouldBeNull();
        result["errors"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task what_fails_below_a_place_that_is_null_already_is_not_reported_again()
    {
        var result = await ExecuteAsync(Schema, "{ a { one: required two: required three: required } }", isAsynchronous: true);

        result["data"]!.ToJsonString().ShouldBe("""{"a":null}""");
        result["errors"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task an_error_says_where_in_the_document_and_where_in_the_response()
    {
        var result = await ExecuteAsync(Schema, "{\n  a {\n    list { x: required }\n  }\n}", isAsynchronous: false);

        result["errors"]![0]!.ToJsonString().ShouldBe(
            """{"message":"Cannot return null for non-nullable field B.required.","locations":[{"line":3,"column":12}],"path":["a","list",1,"x"],"extensions":{"code":"NON_NULL_VIOLATION"}}""");
    }

    private static Task<JsonNode> ExecuteAsync(string sdl, string query, bool isAsynchronous)
    {
        var b = new List<object?>
        {
            new Dictionary<string, object?> { ["required"] = "1" },
            new Dictionary<string, object?> { ["required"] = null },
            new Dictionary<string, object?> { ["required"] = "3" },
        };
        return Sdl.ExecuteAsync(sdl, query, schema =>
        {
            schema.Resolve("Query", "a", _ => new Dictionary<string, object?>
            {
                ["other"] = "x",
                ["list"] = b,
                ["requiredItems"] = b,
                ["requiredList"] = b,
                ["deep"] = new Dictionary<string, object?>(),
            });
            schema.Resolve("Query", "b", _ => "b");
            if (!isAsynchronous)
                return;
            foreach (var type in GraphQLParser.Parse(sdl, ParserOptions.Trusted).Definitions.OfType<ObjectTypeDefinitionNode>())
            {
                if (!type.Fields.Any(field => field.Name.Value == "required"))
                    continue;
                schema.ResolveAsync(type.Name.Value, "required", async context =>
                {
                    await Task.Yield();
                    return ((IReadOnlyDictionary<string, object?>)context.Parent!).GetValueOrDefault("required");
                });
            }
        });
    }
}
