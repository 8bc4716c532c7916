using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Tests.Library;

namespace GraphQL.Tests.Server;

public sealed class Telemetry
{
    [Fact]
    public async Task a_request_has_spans_of_its_steps_and_a_known_document_is_not_read_again()
    {
        await using var server = new LibraryServer();
        using var listening = new Listening();

        await server.ExecuteAsync("query Greet { hello }");
        var first = listening.TakeSpans();
        await server.ExecuteAsync("query Greet { hello }");
        var second = listening.TakeSpans();

        first.Select(span => span.OperationName).ShouldBe(["graphql.parse", "graphql.validate", "graphql.execute", "graphql.request"]);
        second.Select(span => span.OperationName).ShouldBe(["graphql.execute", "graphql.request"]);
        second[0].ParentSpanId.ShouldBe(second[1].SpanId);
        second[1].GetTagItem("graphql.operation.type").ShouldBe("query");
        second[1].GetTagItem("graphql.outcome").ShouldBe("success");
    }

    [Fact]
    public async Task resolvers_that_wait_have_spans_when_asked_for()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.TraceResolvers = true));
        using var listening = new Listening();

        await server.ExecuteAsync($"{{ bookById(id: \"{NodeId.Encode("Book", Guid.Empty)}\") {{ title }} hello }}");

        var spans = listening.TakeSpans();
        var resolver = spans.Single(span => span.OperationName == "graphql.resolve");
        resolver.GetTagItem("graphql.field").ShouldBe("Query.bookById");
        resolver.ParentSpanId.ShouldBe(spans.Single(span => span.OperationName == "graphql.execute").SpanId);
    }

    [Fact]
    public async Task resolvers_that_wait_for_one_batch_have_a_span_each()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.TraceResolvers = true));
        using var listening = new Listening();

        var result = await server.ExecuteAsync("{ books { author { name } guardedAuthor { name } } }", user: LibraryServer.Member("shelf.manage"));

        result["data"]!["books"]![2]!.ToJsonString().ShouldBe("""{"author":{"name":"Le Guin"},"guardedAuthor":{"name":"Le Guin"}}""");
        server.Shelf.AuthorBatches.ShouldBe([2]);
        var resolvers = listening.TakeSpans().Where(span => span.OperationName == "graphql.resolve").ToList();
        resolvers.Count(span => (string?)span.GetTagItem("graphql.field") == "Book.author").ShouldBe(3);
        resolvers.Count(span => (string?)span.GetTagItem("graphql.field") == "Book.guardedAuthor").ShouldBe(3);
    }

    [Fact]
    public async Task requests_are_timed_by_type_and_outcome_and_errors_counted_by_code()
    {
        await using var server = new LibraryServer();
        using var listening = new Listening();

        await server.ExecuteAsync("{ hello }");
        await server.ExecuteAsync("{ refused }");
        await server.ExecuteAsync("mutation { clear { int } }");
        await server.ExecuteAsync("{ nope }");

        listening.Values("graphql.request.duration").ShouldBe(["query success", "query partial", "mutation success", "unknown error"]);
        listening.Values("graphql.errors").ShouldBe(["CLOSED", "FIELDS_ON_CORRECT_TYPE"]);
    }

    [Fact]
    public async Task each_event_of_a_subscription_is_a_span_and_a_measure()
    {
        await using var server = new LibraryServer();
        using var listening = new Listening();

        await foreach (var _ in server.Executor.SubscribeAsync(new OperationRequest("subscription { count(to: 2) }"), server.Services, LibraryServer.Anonymous))
        {
        }

        listening.TakeSpans().Count(span => span.OperationName == "graphql.execute").ShouldBe(2);
        listening.Values("graphql.request.duration").ShouldBe(["subscription success", "subscription success"]);
    }

    [Fact]
    public async Task a_request_that_is_answered_in_parts_is_observed_as_any_other()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.EnableDefer = true));
        using var listening = new Listening();

        await foreach (var _ in server.Executor.SubscribeAsync(
            new OperationRequest("{ hello ... @defer { where } }"), server.Services, LibraryServer.Anonymous))
        {
        }

        listening.TakeSpans().Select(span => span.OperationName).ShouldBe(["graphql.parse", "graphql.validate", "graphql.execute", "graphql.request"]);
        listening.Values("graphql.request.duration").ShouldBe(["query success"]);
    }

    [Fact]
    public async Task lookups_of_documents_are_counted()
    {
        await using var server = new LibraryServer();
        using var listening = new Listening();

        await server.ExecuteAsync("{ hello }");
        await server.ExecuteAsync("{ hello }");

        listening.Values("graphql.document_cache.lookups").ShouldBe(["False", "True"]);
    }

    [Fact]
    public async Task nothing_that_a_client_wrote_is_told_but_the_name_of_an_operation_that_exists()
    {
        await using var server = new LibraryServer(builder => builder.ModifyOptions(options => options.TraceResolvers = true));
        using var listening = new Listening();

        await server.ExecuteAsync("""query Q($name: String) { hello(name: $name) describe(filter: { title: "swordfish", genres: [] }) }""", new { name = "swordfish" });
        await server.ExecuteAsync("""{ nope(password: "swordfish") }""");

        var told = listening.TakeSpans().SelectMany(span => span.TagObjects.Select(tag => tag.Value?.ToString()).Append(span.DisplayName).Append(span.StatusDescription));
        told.Concat(listening.All).ShouldAllBe(text => text == null || !text.Contains("swordfish", StringComparison.Ordinal));
    }

    /// <summary>Hears what is told in the flow of one test, while others run beside it.</summary>
    private sealed class Listening : IDisposable
    {
        private static readonly AsyncLocal<Listening?> Current = new();
        private readonly ConcurrentQueue<Activity> _spans = new();
        private readonly ConcurrentQueue<(string Instrument, string Tags)> _values = new();
        private readonly ActivityListener _traces;
        private readonly MeterListener _metrics = new();

        public Listening()
        {
            Current.Value = this;
            _traces = new ActivityListener
            {
                ShouldListenTo = source => source.Name == GraphQLInstrumentation.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => Current.Value == this ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
                ActivityStopped = span =>
                {
                    if (Current.Value == this)
                        _spans.Enqueue(span);
                },
            };
            ActivitySource.AddActivityListener(_traces);
            _metrics.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == GraphQLInstrumentation.Name)
                    listener.EnableMeasurementEvents(instrument);
            };
            _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
            _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
            _metrics.Start();
        }

        public IEnumerable<string?> All => _values.Select(value => value.Tags);

        public List<Activity> TakeSpans()
        {
            var spans = _spans.ToList();
            _spans.Clear();
            return spans;
        }

        public IEnumerable<string> Values(string instrument) => _values.Where(value => value.Instrument == instrument).Select(value => value.Tags);

        public void Dispose()
        {
            _traces.Dispose();
            _metrics.Dispose();
        }

        private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Current.Value != this)
                return;
            var text = string.Join(' ', tags.ToArray().Select(tag => tag.Value));
            _values.Enqueue((instrument.Name, text));
        }
    }
}
