using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.SchemaFirst;

public sealed class A_schema_from_text
{
    private const string Zoo = """
        interface Animal { name: String! }
        type Cat implements Animal { name: String! lives: Int }
        type Dog implements Animal { name: String! barks: Boolean tags: [String!] }
        union Guest = Cat | Dog
        enum Coat { SHORT LONG_HAIR }
        scalar Kilo
        input NewDog { name: String! coat: Coat = LONG_HAIR }
        type Query {
          animal: Animal
          guests: [Guest!]!
          dog: Dog
          coat(of: NewDog, coat: Coat): Coat
          weigh(kilo: Kilo): Kilo
          word: String
        }
        type Subscription { arrived: Animal number: Int }
        """;

    public static TheoryData<string, object> Shapes => new()
    {
        { "a dictionary", new Dictionary<string, object?> { ["name"] = "Rex", ["barks"] = true, ["tags"] = new[] { "a", "b" } } },
        { "an untyped dictionary", new Hashtable { ["name"] = "Rex", ["barks"] = true, ["tags"] = new ArrayList { "a", "b" } } },
        { "a JSON element", JsonSerializer.SerializeToElement(new { name = "Rex", barks = true, tags = new[] { "a", "b" } }) },
        { "a JSON node", new JsonObject { ["name"] = "Rex", ["barks"] = true, ["tags"] = new JsonArray("a", "b") } },
        { "a dictionary of JSON", new Dictionary<string, JsonNode?> { ["name"] = "Rex", ["barks"] = true, ["tags"] = new JsonArray("a", "b") } },
        { "an object", new { Name = "Rex", Barks = true, Tags = new[] { "a", "b" } } },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task fields_without_a_resolver_are_read_from(string what, object dog)
    {
        await using var server = new SdlServer(Zoo, builder => builder.AddResolver("Query", "dog", _ => dog));

        var result = await server.ExecuteAsync("{ dog { name barks tags } }");

        result["data"]!["dog"]!.ToJsonString().ShouldBe("""{"name":"Rex","barks":true,"tags":["a","b"]}""", what);
    }

    [Fact]
    public async Task a_resolver_may_make_its_value_of_what_others_gave_it()
    {
        await using var server = new SdlServer(Zoo, builder => builder.AddResolver(
            "Query", "word", async context => $"<{await ResolverResult.Of(context, SlowlyAsync("a"))}{await ResolverResult.Of(context, SlowlyAsync("b"))}>"));

        var result = await server.ExecuteAsync("{ word }");

        result["data"]!["word"]!.GetValue<string>().ShouldBe("<ab>");

        static async Task<string> SlowlyAsync(string text)
        {
            await Task.Yield();
            return text;
        }
    }

    [Fact]
    public async Task what_a_parent_has_not_is_null()
    {
        await using var server = new SdlServer(Zoo, builder => builder.AddResolver("Query", "dog", _ => new { Name = "Rex" }));

        var result = await server.ExecuteAsync("{ dog { name barks } word }");

        result["data"]!.ToJsonString().ShouldBe("""{"dog":{"name":"Rex","barks":null},"word":null}""");
    }

    [Fact]
    public async Task resolvers_may_return_values_tasks_and_value_tasks()
    {
        await using var server = new SdlServer("type Query { a: Int b: Int c: Int d: Int }", builder => builder
            .AddResolver("Query", "a", _ => 1)
            .AddResolver("Query", "b", _ => Task.FromResult(2))
            .AddResolver("Query", "c", _ => ValueTask.FromResult(3))
            .AddResolver("Query", "d", async _ =>
            {
                await Task.Yield();
                return JsonSerializer.SerializeToElement(4);
            }));

        var result = await server.ExecuteAsync("{ a b c d }");

        result["data"]!.ToJsonString().ShouldBe("""{"a":1,"b":2,"c":3,"d":4}""");
    }

    [Fact]
    public async Task JSON_that_a_resolver_returns_is_read_like_what_it_stands_for()
    {
        await using var server = new SdlServer("type Query { list: [Int] nothing: Int! } ", builder => builder
            .AddResolver("Query", "list", _ => JsonSerializer.SerializeToElement(new int?[] { 1, null, 3 }))
            .AddResolver("Query", "nothing", _ => JsonSerializer.SerializeToElement<object?>(null)));

        var list = await server.ExecuteAsync("{ list }");
        var nothing = await server.ExecuteAsync("{ nothing }");

        list["data"]!["list"]!.ToJsonString().ShouldBe("[1,null,3]");
        nothing["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.NonNullViolation);
    }

    [Fact]
    public async Task behind_an_interface_or_union_a_dictionary_or_JSON_says_its_type()
    {
        await using var server = new SdlServer(Zoo, builder => builder
            .AddResolver("Query", "animal", _ => new Dictionary<string, object?> { ["__typename"] = "Cat", ["name"] = "Tom", ["lives"] = 9 })
            .AddResolver("Query", "guests", _ => JsonSerializer.SerializeToElement(
                new[] { new { __typename = "Dog", name = "Rex" }, new { __typename = "Cat", name = "Tom" } })));

        var result = await server.ExecuteAsync("{ animal { name ... on Cat { lives } } guests { __typename ... on Animal { name } } }");

        result["data"]!.ToJsonString().ShouldBe(
            """{"animal":{"name":"Tom","lives":9},"guests":[{"__typename":"Dog","name":"Rex"},{"__typename":"Cat","name":"Tom"}]}""");
    }

    [Fact]
    public async Task behind_an_interface_an_object_is_told_by_its_class_bound_or_named_like_the_type()
    {
        await using var server = new SdlServer(Zoo, builder => builder
            .BindRuntimeType<Hound>("Dog")
            .AddResolver("Query", "guests", _ => new object[] { new Hound("Rex"), new Cat("Tom", 9) }));

        var result = await server.ExecuteAsync("{ guests { __typename ... on Animal { name } } }");

        result["data"]!["guests"]!.ToJsonString().ShouldBe("""[{"__typename":"Dog","name":"Rex"},{"__typename":"Cat","name":"Tom"}]""");
    }

    [Fact]
    public async Task a_type_resolver_decides_before_all_else()
    {
        await using var server = new SdlServer(Zoo, builder => builder
            .AddTypeResolver("Animal", value => ((string)value).StartsWith('T') ? "Cat" : "Dog")
            .AddResolver("Query", "animal", _ => "Tom")
            .AddResolver("Cat", "name", context => context.Parent));

        var result = await server.ExecuteAsync("{ animal { __typename name } }");

        result["data"]!["animal"]!.ToJsonString().ShouldBe("""{"__typename":"Cat","name":"Tom"}""");
    }

    [Fact]
    public async Task a_value_of_no_possible_type_is_an_error_of_its_field()
    {
        await using var server = new SdlServer(Zoo, builder => builder.AddResolver("Query", "animal", _ => new { Name = "Nobody" }));

        var result = await server.ExecuteAsync("{ animal { name } word }");

        result["data"]!.ToJsonString().ShouldBe("""{"animal":null,"word":null}""");
        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.ResultInvalid);
    }

    [Fact]
    public async Task an_enum_of_the_text_has_its_names_as_values_or_those_of_a_bound_enum()
    {
        object? seen = null;
        await using var names = new SdlServer(Zoo, builder => builder.AddResolver("Query", "coat", context => seen = context.Argument<object>("coat")));
        (await names.ExecuteAsync("{ coat(coat: LONG_HAIR) }"))["data"]!["coat"]!.GetValue<string>().ShouldBe("LONG_HAIR");
        seen.ShouldBe("LONG_HAIR");

        await using var bound = new SdlServer(Zoo, builder => builder
            .BindRuntimeType<Coat>()
            .AddResolver("Query", "coat", context => seen = context.Argument<IReadOnlyDictionary<string, object?>>("of")["coat"]));
        (await bound.ExecuteAsync("{ coat(of: { name: \"Rex\" }) }"))["data"]!["coat"]!.GetValue<string>().ShouldBe("LONG_HAIR");
        (await bound.ExecuteAsync("query($c: Coat) { coat(of: { name: \"Rex\", coat: $c }) }", new { c = "SHORT" }))["data"]!["coat"]!.GetValue<string>().ShouldBe("SHORT");
        seen.ShouldBe(Coat.Short);
    }

    [Fact]
    public async Task a_scalar_of_the_text_gets_its_meaning_from_code()
    {
        await using var server = new SdlServer(Zoo, builder => builder
            .AddType(new KiloScalar())
            .AddResolver("Query", "weigh", context => context.Argument<Weight>("kilo")));

        var literal = await server.ExecuteAsync("{ weigh(kilo: \"12 kg\") }");
        var variable = await server.ExecuteAsync("query($k: Kilo) { weigh(kilo: $k) }", new { k = "7 kg" });
        var wrong = await server.ExecuteAsync("{ weigh(kilo: 12) }");

        literal["data"]!["weigh"]!.GetValue<string>().ShouldBe("12 kg");
        variable["data"]!["weigh"]!.GetValue<string>().ShouldBe("7 kg");
        wrong["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("VALUES_OF_CORRECT_TYPE");
    }

    [Fact]
    public async Task events_come_from_a_stream()
    {
        await using var server = new SdlServer(Zoo, builder => builder
            .AddSubscriber("Subscription", "arrived", _ => Animals())
            .AddSubscriber("Subscription", "number", _ => Numbers())
            .AddResolver("Subscription", "number", context => (int)context.Parent! * 10));

        (await server.SubscribeAsync("subscription { arrived { __typename name } }")).ShouldBe(
        [
            """{"data":{"arrived":{"__typename":"Cat","name":"Tom"}}}""",
            """{"data":{"arrived":{"__typename":"Dog","name":"Rex"}}}""",
        ]);
        (await server.SubscribeAsync("subscription { number }")).ShouldBe(["""{"data":{"number":10}}""", """{"data":{"number":20}}"""]);

        static async IAsyncEnumerable<object?> Animals()
        {
            await Task.Yield();
            yield return new Cat("Tom", 9);
            yield return new JsonObject { ["__typename"] = "Dog", ["name"] = "Rex" };
        }

        static async IAsyncEnumerable<int> Numbers()
        {
            await Task.Yield();
            yield return 1;
            yield return 2;
        }
    }

    [Fact]
    public async Task a_type_may_come_half_from_text_and_half_from_classes()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Library.Shelf());
        services.AddGraphQL().AddGraphQLTestsTypes()
            .AddDocumentFromString("extend type Book { shoutedTitle: String! }")
            .AddResolver("Book", "shoutedTitle", context => ((Library.Book)context.Parent!).Title.ToUpperInvariant());
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IRequestExecutor>()
            .ExecuteAsync(new("{ books { title shoutedTitle } }"), provider, Library.LibraryServer.Anonymous);

        result.ToJson().ShouldContain("""{"title":"The Dispossessed","shoutedTitle":"THE DISPOSSESSED"}""");
    }

    [Fact]
    public void what_does_not_fit_together_is_told_when_the_schema_is_built_all_at_once()
    {
        var server = new SdlServer(Zoo, builder => builder
            .AddResolver("Query", "cow", _ => null)
            .AddResolver("Animal", "name", _ => null)
            .AddTypeResolver("Dog", _ => null)
            .BindRuntimeType<DayOfWeek>("Coat"));

        var errors = Should.Throw<SchemaException>(() => server.Executor).Errors.Select(error => error.Message).ToList();

        errors.Count.ShouldBe(5);
        errors.ShouldContain(message => message.Contains("Query.cow", StringComparison.Ordinal));
        errors.ShouldContain(message => message.Contains("Animal.name", StringComparison.Ordinal));
        errors.ShouldContain(message => message.Contains("\"Dog\"", StringComparison.Ordinal));
        errors.ShouldContain(message => message.Contains("Coat.LONG_HAIR", StringComparison.Ordinal));
    }

    private sealed record Cat(string Name, int Lives);

    private sealed record Hound(string Name);

    private sealed record Weight(string Kilo);

    private enum Coat
    {
        Short,
        LongHair,
    }

    private sealed class KiloScalar() : ScalarType("Kilo")
    {
        public override object? ParseLiteral(ValueNode literal) =>
            literal is StringValueNode text ? new Weight(text.Value.Split(' ')[0]) : throw Cannot("non-weight", literal);

        public override object? ParseValue(JsonElement value) => new Weight(value.GetString()!.Split(' ')[0]);

        public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteStringValue($"{((Weight)value).Kilo} kg");
    }
}
