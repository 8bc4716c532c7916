using GraphQL.Tests.Library;

namespace GraphQL.Tests.Execution;

public sealed class Query_execution
{
    [Fact]
    public async Task properties_and_resolvers_become_fields_in_the_order_asked_for()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ books { tags title genre addedAt slowTitle __typename } }");

        result["errors"].ShouldBeNull();
        result["data"]!["books"]![0]!.ToJsonString().ShouldBe(
            """{"tags":["moon","anarchy"],"title":"The Dispossessed","genre":"FICTION","addedAt":"2026-01-02T03:04:05Z","slowTitle":"The Dispossessed","__typename":"Book"}""");
    }

    [Fact]
    public async Task the_same_field_asked_for_twice_is_merged()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ books { author { name } ...More author { name } } } fragment More on Book { author { id } title }");

        result["data"]!["books"]![1]!.ToJsonString().ShouldBe(
            """{"author":{"name":"Calvino","id":"22222222-2222-2222-2222-222222222222"},"title":"Invisible Cities"}""");
    }

    [Theory]
    [InlineData(true, false, """{"hello":"Hello reader","b":"Hello reader"}""")]
    [InlineData(false, true, """{"b":"Hello reader","where":"where"}""")]
    [InlineData(true, true, """{"hello":"Hello reader","b":"Hello reader","where":"where"}""")]
    public async Task skip_and_include_follow_their_variables_and_the_cached_plan_does_not_mix_them(bool first, bool second, string expected)
    {
        await using var server = new LibraryServer();
        const string Query = "query($x: Boolean!, $y: Boolean!) { hello @include(if: $x) b: hello ...F @include(if: $y) } fragment F on Query { where }";
        await server.ExecuteAsync(Query, new { x = !first, y = !second });

        var result = await server.ExecuteAsync(Query, new { x = first, y = second });

        result["data"]!.ToJsonString().ShouldBe(expected);
    }

    [Fact]
    public async Task arguments_take_literals_variables_and_defaults()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync(
            "query($name: String, $n: Int = 2) { literal: hello(name: \"Ada\") given: hello(name: $name) absent: hello(times: $n) none: hello }",
            new { name = "Eve" });

        result["data"]!.ToJsonString().ShouldBe(
            """{"literal":"Hello Ada","given":"Hello Eve","absent":"Hello reader Hello reader","none":"Hello reader"}""");
    }

    [Fact]
    public async Task an_input_object_is_read_into_its_record()
    {
        await using var server = new LibraryServer();

        var literal = await server.ExecuteAsync("{ describe(filter: { genres: PLAIN_TRUTH }) }");
        var variable = await server.ExecuteAsync(
            "query($f: BookFilterInput!) { describe(filter: $f) }", new { f = new { title = "x", genres = new[] { "FICTION", "PLAIN_TRUTH" }, limit = 1 } });

        literal["data"]!["describe"]!.GetValue<string>().ShouldBe("any PlainTruth 5 -");
        variable["data"]!["describe"]!.GetValue<string>().ShouldBe("x Fiction,PlainTruth 1 -");
    }

    [Theory]
    [InlineData("query($f: BookFilterInput!) { describe(filter: $f) }", """{"f":{"genres":["HORROR"]}}""", "VARIABLE_INVALID", "at \"f.genres[0]\"")]
    [InlineData("query($f: BookFilterInput!) { describe(filter: $f) }", """{"f":{"title":"x"}}""", "VARIABLE_INVALID", "\"genres\" of required type")]
    [InlineData("query($f: BookFilterInput!) { describe(filter: $f) }", """{"f":{"genres":[],"colour":1}}""", "VARIABLE_INVALID", "\"colour\" is not defined")]
    [InlineData("query($f: BookFilterInput!) { describe(filter: $f) }", "{}", "VARIABLE_INVALID", "was not provided")]
    [InlineData("query($f: BookFilterInput!) { describe(filter: $f) }", """{"f":{"genres":[],"after":"nonsense"}}""", "ID_INVALID", "not an identifier")]
    public async Task a_variable_that_does_not_fit_is_refused_before_anything_runs(string query, string variables, string code, string message)
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync(query, System.Text.Json.Nodes.JsonNode.Parse(variables));

        result.AsObject().ContainsKey("data").ShouldBeFalse();
        var error = result["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
        error["message"]!.GetValue<string>().ShouldContain(message);
    }

    [Fact]
    public async Task each_mistake_in_the_variables_is_told_with_its_place_and_code()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync(
            "query($g: BookFilterInput!, $f: BookFilterInput!, $n: Int!) { describe(filter: $f) hello(times: $n) other: describe(filter: $g) }",
            System.Text.Json.Nodes.JsonNode.Parse("""{"f":{"limit":"x","genres":["HORROR","FICTION",null],"colour":1},"g":{"genres":[],"after":"nonsense"}}"""));

        result["errors"]!.AsArray().Select(error => $"{error!["extensions"]!["code"]} {error["locations"]?[0]!["column"]} {error["message"]}").ShouldBe(
        [
            "ID_INVALID 7 Variable \"$g\" got invalid value {\"genres\":[],\"after\":\"nonsense\"}; \"nonsense\" is not an identifier that this API gave.",
            "VARIABLE_INVALID 29 Variable \"$f\" got invalid value \"x\" at \"f.limit\"; Int cannot represent non-integer value: \"x\"",
            "VARIABLE_INVALID 29 Variable \"$f\" got invalid value \"HORROR\" at \"f.genres[0]\"; Value \"HORROR\" does not exist in \"Genre\" enum.",
            "VARIABLE_INVALID 29 Variable \"$f\" got invalid value null at \"f.genres[2]\"; Expected non-nullable type \"Genre!\" not to be null.",
            "VARIABLE_INVALID 29 Variable \"$f\" got invalid value {\"limit\":\"x\",\"genres\":[\"HORROR\",\"FICTION\",null],\"colour\":1}; Field \"colour\" is not defined by type \"BookFilterInput\".",
            "LIMIT_ERRORS  Too many errors in the variables, error limit reached. The rest is not told.",
        ]);
    }

    [Fact]
    public async Task what_a_resolver_throws_stays_in_the_log_unless_it_was_meant_for_the_client()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ broken refused hello }");

        result["data"]!.ToJsonString().ShouldBe("""{"broken":null,"refused":null,"hello":"Hello reader"}""");
        result["errors"]!.AsArray().Select(error => error!["extensions"]!.ToJsonString()).ShouldBe(["""{"code":"INTERNAL"}""", """{"code":"CLOSED"}"""]);
        result.ToJsonString().ShouldNotContain("swordfish");
    }

    [Fact]
    public async Task details_of_unexpected_errors_are_given_when_the_server_is_told_to()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.IncludeExceptionDetails = true));

        var result = await server.ExecuteAsync("{ broken }");

        result["errors"]![0]!["extensions"]!["detail"]!.GetValue<string>().ShouldContain("swordfish");
    }

    [Fact]
    public async Task a_union_is_resolved_by_the_class_of_each_value()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ search(text: \"Guin\") { __typename ... on Author { name } ... on Note { text stars } } }");

        result["data"]!["search"]!.ToJsonString().ShouldBe(
            """[{"__typename":"Author","name":"Le Guin"},{"__typename":"Note","text":"about Guin","stars":null}]""");
    }

    [Fact]
    public async Task a_value_its_scalar_cannot_represent_is_an_error_of_that_field_only()
    {
        var result = await Sdl.ExecuteAsync("type Query { small: Int text: String }", "{ small text }", schema =>
        {
            schema.Resolve("Query", "small", _ => long.MaxValue);
            schema.Resolve("Query", "text", _ => "ok");
        });

        result["data"]!.ToJsonString().ShouldBe("""{"small":null,"text":"ok"}""");
        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("RESULT_INVALID");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task a_number_that_JSON_has_no_word_for_is_an_error_as_well(double number)
    {
        var result = await Sdl.ExecuteAsync("type Query { price: Float sum: Float }", "{ price sum }", schema =>
        {
            schema.Resolve("Query", "price", _ => 2.5);
            schema.Resolve("Query", "sum", _ => number);
        });

        result["data"]!.ToJsonString().ShouldBe("""{"price":2.5,"sum":null}""");
        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("RESULT_INVALID");
    }

    [Fact]
    public async Task queries_resolve_side_by_side()
    {
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();

        // Each field ends only when the other has begun.
        var result = await Sdl.ExecuteAsync("type Query { a: String b: String }", "{ a b }", schema =>
        {
            schema.ResolveAsync("Query", "a", async _ =>
            {
                first.SetResult();
                await second.Task;
                return "a";
            });
            schema.ResolveAsync("Query", "b", async _ =>
            {
                second.SetResult();
                await first.Task;
                return "b";
            });
        });

        result["data"]!.ToJsonString().ShouldBe("""{"a":"a","b":"b"}""");
    }

    [Fact]
    public async Task a_request_that_takes_too_long_is_given_up_even_when_its_resolver_never_ends()
    {
        var result = await Sdl.ExecuteAsync(
            "type Query { never: String }",
            "{ never }",
            schema => schema.ResolveAsync("Query", "never", async _ =>
            {
                await new TaskCompletionSource().Task;
                return null;
            }),
            options: options => options.ExecutionTimeout = TimeSpan.FromMilliseconds(20));

        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("TIMEOUT");
    }

    [Fact]
    public async Task a_client_that_has_gone_gets_an_exception_and_no_answer()
    {
        await using var server = new LibraryServer();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => server.Executor.ExecuteAsync(
            new("{ books { slowTitle } }"), server.Services, LibraryServer.Anonymous, gone.Token));
    }

    [Fact]
    public async Task the_path_of_a_field_is_known_to_its_resolver()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ here: where }");

        result["data"]!["here"]!.GetValue<string>().ShouldBe("here");
    }

    [Fact]
    public async Task a_lazy_list_still_reads_its_own_arguments_while_its_items_are_resolved()
    {
        var result = await Sdl.ExecuteAsync("type Query { items(n: Int!): [Item!]! } type Item { n(n: Int!): Int! }", "{ items(n: 3) { n(n: 7) } }", schema =>
        {
            schema.Resolve("Query", "items", context => Enumerable.Range(0, 3).Where(_ => context.Argument<int>("n") == 3));
            schema.Resolve("Item", "n", context => context.Argument<int>("n"));
        });

        result["data"]!.ToJsonString().ShouldBe("""{"items":[{"n":7},{"n":7},{"n":7}]}""");
    }
}
