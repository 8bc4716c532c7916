using GraphQL.Execution;
using GraphQL.Tests.Library;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Execution;

public sealed class Deferred_fragments
{
    private const string Schema = """
        type Query { hero: Hero required: Hero! }
        type Mutation { rename: Hero }
        type Hero { id: Int name: String slow: String nothing: String! broken: String friends: [Hero!] home: Home }
        type Home { street: String city: String }
        """;

    [Fact]
    public async Task a_fragment_comes_after_the_rest_under_the_number_and_label_it_was_announced_with()
    {
        var client = await ReadAsync("{ hero { id ...F @defer(label: \"more\") } } fragment F on Hero { name }");

        client.Results.ShouldBe(
        [
            """{"data":{"hero":{"id":1}},"pending":[{"id":"0","path":["hero"],"label":"more"}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}],"hasNext":false}""",
        ]);
    }

    [Theory]
    [InlineData("{ hero { id ... @defer(if: false) { name } } }", null)]
    [InlineData("query($if: Boolean!) { hero { id ... @defer(if: $if) { name } } }", false)]
    public async Task a_fragment_whose_condition_is_false_comes_with_the_rest_and_the_answer_is_an_ordinary_one(string query, bool? condition)
    {
        var client = await ReadAsync(query, condition is null ? null : new { @if = condition });

        client.Results.ShouldBe(["""{"data":{"hero":{"id":1,"name":"Luke"}}}"""]);
    }

    [Fact]
    public async Task the_cached_plans_of_one_document_do_not_mix()
    {
        await using var provider = IncrementalClient.Serve(Schema, Resolve);
        var executor = provider.GetRequiredService<IRequestExecutor>();
        const string Query = "query($if: Boolean = true, $skip: Boolean = false) { hero { id ... @defer(if: $if) { name } ... @skip(if: $skip) { home { city } } } }";

        foreach (var (variables, results) in new (object, int)[] { (new { @if = true }, 2), (new { @if = false }, 1), (new { }, 2), (new { @if = false, skip = true }, 1) })
        {
            var client = await IncrementalClient.ReadAsync(executor, provider, Query, variables);
            client.Results.Count.ShouldBe(results);
            client.Data!["hero"]!["name"]!.GetValue<string>().ShouldBe("Luke");
        }
        var whole = await executor.ExecuteAsync(new OperationRequest(Query), provider, LibraryServer.Anonymous);
        whole.ToJson().ShouldBe("""{"data":{"hero":{"id":1,"name":"Luke","home":{"city":"Mos Eisley"}}}}""");
    }

    [Fact]
    public async Task what_two_fragments_share_is_delivered_once_and_with_the_first_that_is_complete()
    {
        var client = await ReadAsync("{ hero { ... @defer(label: \"a\") { name slow } ... @defer(label: \"b\") { name id } } }");

        string.Concat(client.Results).Split("\"name\"").Length.ShouldBe(2);
        client.Data!.ToJsonString().ShouldContain("Luke");
    }

    [Fact]
    public async Task fields_below_an_object_that_is_there_already_are_delivered_with_a_path_below_the_fragments()
    {
        var client = await ReadAsync("{ hero { home { street } ... @defer { home { street city } } } }");

        client.Results[1].ShouldBe(
            """{"incremental":[{"id":"0","subPath":["home"],"data":{"city":"Mos Eisley"}}],"completed":[{"id":"0"}],"hasNext":false}""");
    }

    [Fact]
    public async Task a_fragment_inside_another_is_announced_when_the_outer_one_is_delivered()
    {
        var client = await ReadAsync("{ hero { ... @defer { name ... @defer { home { city } } } } }");

        client.Results.ShouldBe(
        [
            """{"data":{"hero":{}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}""",
            """{"pending":[{"id":"1","path":["hero"]}],"incremental":[{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}],"hasNext":true}""",
            """{"incremental":[{"id":"1","data":{"home":{"city":"Mos Eisley"}}}],"completed":[{"id":"1"}],"hasNext":false}""",
        ]);
    }

    [Fact]
    public async Task a_fragment_that_adds_nothing_is_not_announced()
    {
        var client = await ReadAsync("{ hero { name ... @defer { name } } }");

        client.Results.ShouldBe(["""{"data":{"hero":{"name":"Luke"}}}"""]);
    }

    [Fact]
    public async Task a_field_that_fails_is_null_and_its_error_has_the_full_path()
    {
        var client = await ReadAsync("{ hero { friends { ... @defer { broken id } } } }");

        client.Data!["hero"]!["friends"]![1]!.ToJsonString().ShouldBe("""{"broken":null,"id":3}""");
        client.Errors.Select(error => error["path"]!.ToJsonString()).ShouldBe(
            ["""["hero","friends",0,"broken"]""", """["hero","friends",1,"broken"]"""], ignoreOrder: true);
        client.Results[1].ShouldContain("\"id\":\"0\",\"errors\":[{\"message\":\"No.\"");
    }

    [Fact]
    public async Task a_null_that_must_not_be_takes_its_fragment_and_no_more()
    {
        var client = await ReadAsync("{ required { id ... @defer(label: \"bad\") { name nothing } ... @defer(label: \"good\") { home { city } } } }");

        client.Data!.ToJsonString().ShouldBe("""{"required":{"id":1,"home":{"city":"Mos Eisley"}}}""");
        client.Results[1].ShouldContain("""{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Hero.nothing.","locations":[{"line":1,"column":49}],"path":["required","nothing"],"extensions":{"code":"NON_NULL_VIOLATION"}}]}""");
        client.Results[^1].ShouldContain("\"hasNext\":false");
    }

    [Fact]
    public async Task a_fragment_of_an_object_that_an_error_took_away_is_not_announced()
    {
        var client = await ReadAsync("{ hero { friends { nothing ... @defer { name } } ... @defer { id } } }");

        client.Results[0].ShouldContain("""{"hero":{"friends":null}},"pending":[{"id":"0","path":["hero"]}]""");
        client.Data!.ToJsonString().ShouldBe("""{"hero":{"friends":null,"id":1}}""");
    }

    [Fact]
    public async Task what_a_fragment_would_add_to_an_object_that_an_error_took_away_is_left_out()
    {
        var client = await ReadAsync("{ hero { friends { nothing } ... @defer { friends { name } id } } }");

        client.Results[1].ShouldBe("""{"incremental":[{"id":"0","data":{"id":1}}],"completed":[{"id":"0"}],"hasNext":false}""");
        client.Data!.ToJsonString().ShouldBe("""{"hero":{"friends":null,"id":1}}""");
    }

    [Fact]
    public async Task a_fragment_that_is_ready_does_not_wait_for_a_slower_one()
    {
        var slow = new TaskCompletionSource<string>();
        await using var provider = IncrementalClient.Serve(Schema, schema =>
        {
            Resolve(schema);
            schema.ResolveAsync("Hero", "slow", async _ => await slow.Task);
        });
        var client = new IncrementalClient();
        var request = new OperationRequest("{ hero { ... @defer { slow } ... @defer { name } } }");
        await foreach (var result in provider.GetRequiredService<IRequestExecutor>().SubscribeAsync(request, provider, LibraryServer.Anonymous))
        {
            client.Take(result.ToJson());
            if (client.Results.Count == 2)
                slow.SetResult("at last");
        }

        client.Results.Count.ShouldBe(3);
        client.Results[1].ShouldContain("Luke");
        client.Results[2].ShouldContain("at last");
    }

    [Fact]
    public async Task the_fragments_of_a_list_share_one_batch_of_their_loaders()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.EnableDefer = true));

        var client = await IncrementalClient.ReadAsync(server.Executor, server.Services, "{ books { title ... @defer { author { name ... @defer { books { title } } } } } }");

        client.Data!["books"]![1]!["author"]!["name"]!.GetValue<string>().ShouldBe("Calvino");
        server.Shelf.AuthorBatches.ShouldBe([2]);
        server.Shelf.BookBatches.ShouldBe([2]);
    }

    [Fact]
    public async Task the_results_of_a_mutation_may_be_deferred()
    {
        var client = await ReadAsync("mutation { rename { id ... @defer { name } } }");

        client.Results.Count.ShouldBe(2);
        client.Data!.ToJsonString().ShouldBe("""{"rename":{"id":1,"name":"Luke"}}""");
    }

    [Fact]
    public async Task nothing_deferred_runs_before_the_first_result_is_taken_and_what_runs_is_cancelled_when_the_client_goes()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var provider = IncrementalClient.Serve(Schema, schema =>
        {
            Resolve(schema);
            schema.ResolveAsync("Hero", "slow", async context =>
            {
                context.RequestAborted.Register(cancelled.SetResult);
                started.SetResult();
                await cancelled.Task;
                return null;
            });
        });
        var request = new OperationRequest("{ hero { id ... @defer { slow } } }");
        var results = provider.GetRequiredService<IRequestExecutor>().SubscribeAsync(request, provider, LibraryServer.Anonymous).GetAsyncEnumerator();
        using var gone = new CancellationTokenSource();
        (await results.MoveNextAsync()).ShouldBeTrue();
        started.Task.IsCompleted.ShouldBeFalse();
        await results.DisposeAsync();
        started.Task.IsCompleted.ShouldBeFalse();

        var reading = ReadToEndAsync(provider, request, gone.Token);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task what_is_still_open_when_time_is_up_is_completed_with_an_error()
    {
        await using var provider = IncrementalClient.Serve(
            Schema,
            schema =>
            {
                Resolve(schema);
                schema.ResolveAsync("Hero", "slow", async context =>
                {
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    return null;
                });
            },
            options => options.ExecutionTimeout = TimeSpan.FromSeconds(2));

        var client = await IncrementalClient.ReadAsync(
            provider.GetRequiredService<IRequestExecutor>(), provider, "{ hero { id ... @defer { slow } } }");

        client.Data!.ToJsonString().ShouldStartWith("""{"hero":{"id":1""");
        client.Errors.ShouldHaveSingleItem()["extensions"]!["code"]!.GetValue<string>().ShouldBe("TIMEOUT");
        client.IsOver.ShouldBeTrue();
    }

    [Fact]
    public async Task fragments_that_double_one_another_are_not_announced_without_end()
    {
        var fragments = Enumerable.Range(0, 12).Select(i => $"fragment F{i} on Hero {{ ...F{i + 1} @defer ...F{i + 1} @defer }}");

        var client = await ReadAsync($"{{ hero {{ ...F0 }} }} {string.Join(' ', fragments)} fragment F12 on Hero {{ name id }}");

        client.Results.Sum(result => result.Split("\"path\"").Length - 1).ShouldBeInRange(0, 64);
        IncrementalClient.Sorted(client.Data).ShouldBe("""{"hero":{"id":1,"name":"Luke"}}""");
    }

    [Fact]
    public async Task a_subscription_has_one_result_an_event_whatever_its_variables_say()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.EnableDefer = true));
        server.Shelf.Added.Writer.TryWrite(server.Shelf.Books[0]);
        server.Shelf.Added.Writer.Complete();
        var request = OperationRequest.Create("subscription($if: Boolean!) { bookAdded { title ... @defer(if: $if) { slowTitle } } }", new { @if = true });
        var results = new List<string>();
        await foreach (var result in server.Executor.SubscribeAsync(request, server.Services, LibraryServer.Anonymous))
            results.Add(result.ToJson());

        results.ShouldBe(["""{"data":{"bookAdded":{"title":"The Dispossessed","slowTitle":"The Dispossessed"}}}"""]);
    }

    [Fact]
    public async Task what_a_list_is_asked_for_later_is_worked_out_all_the_same()
    {
        await using var server = new LibraryServer(builder =>
        {
            builder.ModifyOptions(options => options.EnableDefer = true);
            builder.Services.AddSingleton(Archive.Of(AnyArchive.Of(3, seed: 1)));
        });
        var client = new IncrementalClient();
        const string Query = "{ works(first: 2) { ... @defer { totalCount pageInfo { hasNextPage hasPreviousPage } } } }";
        await foreach (var result in server.Executor.SubscribeAsync(new OperationRequest(Query), server.Services, LibraryServer.Anonymous))
            client.Take(result.ToJson());

        client.Results.Count.ShouldBeGreaterThan(1);
        IncrementalClient.Sorted(client.Data).ShouldBe("""{"works":{"pageInfo":{"hasNextPage":true,"hasPreviousPage":false},"totalCount":3}}""");
    }

    [Fact]
    public async Task the_schema_has_the_directives_only_when_they_are_switched_on()
    {
        await using var server = new LibraryServer();
        await using var incremental = new LibraryServer(builder => builder.ModifyOptions(options => (options.EnableDefer, options.EnableStream) = (true, true)));

        var refused = await server.ExecuteAsync("{ books { ... @defer { title } } }");

        refused["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("KNOWN_DIRECTIVES");
        server.Executor.Schema.ToSdl().ShouldNotContain("directive @defer");
        incremental.Executor.Schema.ToSdl().ShouldContain("directive @defer(");
        incremental.Executor.Schema.ToSdl().ShouldContain("directive @stream(");
    }

    private static async Task ReadToEndAsync(IServiceProvider provider, OperationRequest request, CancellationToken cancellation)
    {
        await foreach (var result in provider.GetRequiredService<IRequestExecutor>().SubscribeAsync(request, provider, LibraryServer.Anonymous, cancellation))
            result.HasNext.ShouldBe(true);
    }

    private static Task<IncrementalClient> ReadAsync(string query, object? variables = null) =>
        IncrementalClient.ReadAsync(Schema, query, Resolve, variables);

    private static void Resolve(SchemaBuilder schema)
    {
        schema.Resolve("Query", "hero", _ => 1);
        schema.Resolve("Query", "required", _ => 1);
        schema.Resolve("Mutation", "rename", _ => 1);
        schema.Resolve("Hero", "id", context => context.Parent);
        schema.Resolve("Hero", "name", _ => "Luke");
        schema.Resolve("Hero", "nothing", _ => null);
        schema.Resolve("Hero", "broken", _ => throw new GraphQLException("No.", "NO"));
        schema.Resolve("Hero", "friends", _ => new[] { 2, 3 });
        schema.Resolve("Hero", "home", _ => new Dictionary<string, object?> { ["street"] = "Main", ["city"] = "Mos Eisley" });
        schema.ResolveAsync("Hero", "slow", async _ =>
        {
            await Task.Yield();
            return "slow";
        });
    }
}
