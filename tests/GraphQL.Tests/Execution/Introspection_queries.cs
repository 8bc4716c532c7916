using GraphQL.Tests.Library;

namespace GraphQL.Tests.Execution;

public sealed class Introspection_queries
{
    [Fact]
    public async Task a_type_describes_its_fields_with_arguments_and_defaults()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync(
            """
            { __type(name: "Query") { fields { name description args { name defaultValue type { kind name ofType { name } } } type { kind ofType { kind name } } } } }
            """);

        var hello = result["data"]!["__type"]!["fields"]!.AsArray().Single(field => field!["name"]!.GetValue<string>() == "hello")!;
        hello.ToJsonString().ShouldBe(
            """{"name":"hello","description":"Says hello.","args":[{"name":"name","defaultValue":"\u0022reader\u0022","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"String"}}},{"name":"times","defaultValue":"1","type":{"kind":"NON_NULL","name":null,"ofType":{"name":"Int"}}}],"type":{"kind":"NON_NULL","ofType":{"kind":"SCALAR","name":"String"}}}""");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("(includeDeprecated: true)", true)]
    public async Task deprecated_fields_are_shown_when_asked_for(string argument, bool isShown)
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync($$"""{ __type(name: "Query") { fields{{argument}} { name deprecationReason } } }""");

        result["data"]!["__type"]!["fields"]!.AsArray()
            .Any(field => field!.ToJsonString() == """{"name":"oldHello","deprecationReason":"Use hello."}""").ShouldBe(isShown);
    }

    [Fact]
    public async Task unions_interfaces_enums_and_inputs_describe_themselves()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync(
            """
            {
              union: __type(name: "Searchable") { kind description possibleTypes { name } }
              node: __type(name: "Node") { kind possibleTypes { name } }
              enum: __type(name: "Genre") { enumValues { name description } }
              input: __type(name: "AddBookInput") { kind inputFields { name defaultValue } }
              absent: __type(name: "Nothing") { name }
              __schema { queryType { name } mutationType { name } subscriptionType { name } directives { name locations } types { name } }
            }
            """);

        var data = result["data"]!;
        data["union"]!.ToJsonString().ShouldBe("""{"kind":"UNION","description":"What a search finds.","possibleTypes":[{"name":"Author"},{"name":"Note"}]}""");
        data["node"]!.ToJsonString().ShouldBe("""{"kind":"INTERFACE","possibleTypes":[{"name":"Book"}]}""");
        data["enum"]!["enumValues"]!.ToJsonString().ShouldBe(
            """[{"name":"FICTION","description":"Invented."},{"name":"PLAIN_TRUTH","description":"Not invented."}]""");
        data["input"]!["inputFields"]!.ToJsonString().ShouldBe(
            """[{"name":"title","defaultValue":null},{"name":"authorId","defaultValue":null},{"name":"genre","defaultValue":"FICTION"}]""");
        data["absent"].ShouldBeNull();
        data["__schema"]!["mutationType"]!["name"]!.GetValue<string>().ShouldBe("Mutation");
        data["__schema"]!["directives"]!.AsArray().Select(directive => directive!["name"]!.GetValue<string>()).ShouldContain("include");
    }
}
