using System.Threading.Channels;
using GraphQL.Execution;
using GraphQL.Tests.Library;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Execution;

public sealed class Streamed_lists
{
    private const string Schema = """
        type Query { words: [String] required: [Item!]! items: [Item] nested: Nested }
        type Item { name: String nothing: String! children: [Item] late: String }
        type Nested { items: [Item] nothing: String! }
        """;

    [Fact]
    public async Task the_items_after_the_first_come_later_in_order()
    {
        var client = await ReadAsync("{ words @stream(initialCount: 1, label: \"w\") }", schema => schema.Resolve("Query", "words", _ => new[] { "a", "b", "c" }));

        client.Results.ShouldBe(
        [
            """{"data":{"words":["a"]},"pending":[{"id":"0","path":["words"],"label":"w"}],"hasNext":true}""",
            """{"incremental":[{"id":"0","items":["b","c"]}],"completed":[{"id":"0"}],"hasNext":false}""",
        ]);
    }

    [Theory]
    [InlineData("{ words @stream(initialCount: 3) }")]
    [InlineData("{ words @stream(if: false) }")]
    public async Task a_list_of_which_nothing_is_left_is_an_ordinary_one(string query)
    {
        var client = await ReadAsync(query, schema => schema.Resolve("Query", "words", _ => new[] { "a", "b", "c" }));

        client.Results.ShouldBe(["""{"data":{"words":["a","b","c"]}}"""]);
    }

    [Fact]
    public async Task there_cannot_be_fewer_than_no_first_items()
    {
        var client = await ReadAsync("{ words @stream(initialCount: -1) }", schema => schema.Resolve("Query", "words", _ => new[] { "a" }));

        client.Data!.ToJsonString().ShouldBe("""{"words":null}""");
        client.Errors.ShouldHaveSingleItem()["extensions"]!["code"]!.GetValue<string>().ShouldBe("ARGUMENT_INVALID");
    }

    [Fact]
    public async Task the_items_of_an_asynchronous_source_come_when_they_are_there()
    {
        var source = Channel.CreateUnbounded<object?>();
        await using var provider = IncrementalClient.Serve(Schema, schema => schema.Resolve("Query", "words", _ => source.Reader.ReadAllAsync()));
        source.Writer.TryWrite("first");
        var client = new IncrementalClient();
        var request = new OperationRequest("{ words @stream(initialCount: 1) }");
        await foreach (var result in provider.GetRequiredService<IRequestExecutor>().SubscribeAsync(request, provider, LibraryServer.Anonymous))
        {
            client.Take(result.ToJson());
            if (client.Results.Count < 4)
                source.Writer.TryWrite(client.Results.Count);
            else
                source.Writer.TryComplete();
        }

        client.Results[1].ShouldBe("""{"incremental":[{"id":"0","items":["1"]}],"hasNext":true}""");
        client.Results[^1].ShouldBe("""{"completed":[{"id":"0"}],"hasNext":false}""");
        client.Data!.ToJsonString().ShouldBe("""{"words":["first","1","2","3"]}""");
    }

    [Fact]
    public async Task an_asynchronous_source_is_a_list_for_who_does_not_stream_it()
    {
        var source = new Source(3);

        var result = await Sdl.ExecuteAsync(Schema, "{ items { name late } }", schema => Resolve(schema, source));

        result["data"]!["items"]!.ToJsonString().ShouldBe("""[{"name":"0","late":"0"},{"name":"1","late":"1"},{"name":"2","late":"2"}]""");
        source.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task a_source_is_read_only_so_far_ahead_of_the_client_and_let_go_of_when_the_client_goes()
    {
        var source = new Source(int.MaxValue);
        await using var provider = IncrementalClient.Serve(Schema, schema => Resolve(schema, source));
        var request = new OperationRequest("{ items @stream { name } }");
        await foreach (var result in provider.GetRequiredService<IRequestExecutor>().SubscribeAsync(request, provider, LibraryServer.Anonymous))
        {
            if (result.HasData)
                source.Read.ShouldBe(0);
            else
                break;
        }

        source.Read.ShouldBe(64);
        source.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task a_source_that_waits_is_cancelled_when_the_client_goes()
    {
        var source = new Source(0, waitsAtTheEnd: true);
        await using var provider = IncrementalClient.Serve(Schema, schema => Resolve(schema, source));
        var request = new OperationRequest("{ items @stream { name } }");
        using var gone = new CancellationTokenSource();
        var results = provider.GetRequiredService<IRequestExecutor>().SubscribeAsync(request, provider, LibraryServer.Anonymous, gone.Token).GetAsyncEnumerator();
        await results.MoveNextAsync();
        var next = results.MoveNextAsync().AsTask();
        await source.Waiting.WaitAsync(TimeSpan.FromSeconds(30));

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(next);
        source.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task a_source_whose_list_an_error_took_away_is_let_go_of_unread()
    {
        var source = new Source(3);

        var client = await ReadAsync("{ nested { items @stream { name } nothing } }", schema => Resolve(schema, source));

        client.Results.ShouldHaveSingleItem().ShouldContain("\"data\":{\"nested\":null}");
        source.Read.ShouldBe(0);
        source.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task an_item_that_fails_is_null_and_its_error_has_the_full_path()
    {
        var client = await ReadAsync("{ items @stream(initialCount: 1) { nothing } }", schema => Resolve(schema, new Source(3)));

        client.Data!.ToJsonString().ShouldBe("""{"items":[null,null,null]}""");
        client.Errors.Select(error => error["path"]!.ToJsonString()).ShouldBe(
            ["""["items",0,"nothing"]""", """["items",1,"nothing"]""", """["items",2,"nothing"]"""]);
    }

    [Fact]
    public async Task an_item_that_must_not_be_null_ends_its_stream_and_what_came_before_stays()
    {
        var client = await ReadAsync("{ required @stream(initialCount: 1) { name } }", schema =>
        {
            Resolve(schema, new Source(0));
            schema.Resolve("Query", "required", _ => new object?[] { 1, 2, null, 4 });
        });

        client.Data!.ToJsonString().ShouldBe("""{"required":[{"name":"1"},{"name":"2"}]}""");
        client.Errors.ShouldHaveSingleItem()["path"]!.ToJsonString().ShouldBe("""["required",2]""");
        client.Results[^1].ShouldContain("\"completed\":[{\"id\":\"0\",\"errors\":[");
    }

    [Fact]
    public async Task a_source_that_fails_ends_its_stream_with_an_error_at_the_list()
    {
        var client = await ReadAsync("{ items @stream(initialCount: 1) { name } }", schema => Resolve(schema, new Source(2, failsAtTheEnd: true)));

        client.Data!.ToJsonString().ShouldBe("""{"items":[{"name":"0"},{"name":"1"}]}""");
        var error = client.Errors.ShouldHaveSingleItem();
        error["path"]!.ToJsonString().ShouldBe("""["items"]""");
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("INTERNAL");
        error["message"]!.GetValue<string>().ShouldNotContain("swordfish");
    }

    [Fact]
    public async Task items_may_have_streams_and_deferred_fragments_of_their_own()
    {
        var client = await ReadAsync(
            "{ items @stream { name ... @defer { late } children @stream(initialCount: 1) { name } } }", schema => Resolve(schema, new Source(2)));

        client.Data!.ToJsonString().ShouldBe(
            """{"items":[{"name":"0","children":[{"name":"7"},{"name":"8"}],"late":"0"},{"name":"1","children":[{"name":"7"},{"name":"8"}],"late":"1"}]}""");
        client.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task streamed_items_share_the_batches_of_their_loaders()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.EnableStream = true));

        var client = await IncrementalClient.ReadAsync(server.Executor, server.Services, "{ books @stream { author { name } } }");

        client.Data!["books"]!.AsArray().Count.ShouldBe(3);
        server.Shelf.AuthorBatches.ShouldBe([2]);
    }

    [Fact]
    public async Task a_resolver_that_gives_its_items_one_after_another_is_a_list_field()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.EnableStream = true));

        var client = await IncrementalClient.ReadAsync(
            server.Executor, server.Services, "{ countTo(to: 3) @stream takeBooks @stream(initialCount: 1) { title author { name } } }");

        client.Data!["countTo"]!.ToJsonString().ShouldBe("[1,2,3]");
        client.Data["takeBooks"]![2]!.ToJsonString().ShouldBe("""{"title":"Steering the Craft","author":{"name":"Le Guin"}}""");
        server.Executor.Schema.ToSdl().ShouldContain("takeBooks: [Book!]!");
    }

    private static Task<IncrementalClient> ReadAsync(string query, Action<SchemaBuilder> configure) => IncrementalClient.ReadAsync(Schema, query, configure);

    private static void Resolve(SchemaBuilder schema, Source source)
    {
        schema.Resolve("Query", "items", _ => source.ReadAsync());
        schema.Resolve("Query", "nested", _ => 1);
        schema.Resolve("Nested", "items", _ => source.ReadAsync());
        schema.Resolve("Nested", "nothing", _ => null);
        schema.Resolve("Item", "name", context => context.Parent!.ToString());
        schema.Resolve("Item", "nothing", _ => null);
        schema.Resolve("Item", "children", _ => new[] { 7, 8 });
        schema.ResolveAsync("Item", "late", async context =>
        {
            var parent = context.Parent!;
            await Task.Yield();
            return parent.ToString();
        });
    }

    /// <summary>Numbers from zero, and what became of whoever read them.</summary>
    private sealed class Source(int count, bool failsAtTheEnd = false, bool waitsAtTheEnd = false)
    {
        private readonly TaskCompletionSource _waiting = new();

        public int Read { get; private set; }

        public bool IsDisposed { get; private set; }

        public Task Waiting => _waiting.Task;

        public IAsyncEnumerable<object?> ReadAsync() => new Items(this);

        private async IAsyncEnumerator<object?> Numbers(CancellationToken cancellation)
        {
            for (var i = 0; i < count; i++)
            {
                Read++;
                yield return i;
            }
            if (failsAtTheEnd)
                throw new InvalidOperationException("The password is swordfish.");
            if (waitsAtTheEnd)
            {
                _waiting.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            }
        }

        private sealed class Items(Source source) : IAsyncEnumerable<object?>
        {
            public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
                new Watched(source, source.Numbers(cancellationToken));
        }

        private sealed class Watched(Source source, IAsyncEnumerator<object?> numbers) : IAsyncEnumerator<object?>
        {
            public object? Current => numbers.Current;

            public ValueTask<bool> MoveNextAsync() => numbers.MoveNextAsync();

            public ValueTask DisposeAsync()
            {
                source.IsDisposed = true;
                return numbers.DisposeAsync();
            }
        }
    }
}
