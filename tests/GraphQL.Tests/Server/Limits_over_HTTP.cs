using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Tests.Server;

/// <summary>Each limit of the defaults, as a stranger meets it; the edges of each are tested where it is counted.</summary>
public sealed class Limits_over_HTTP
{
    [Fact]
    public async Task selections_that_nest_too_deep() =>
        (await CodeAsync("{" + Repeat(" a {", 100_000))).ShouldBe(LanguageErrorCodes.DepthLimit);

    [Fact]
    public async Task more_tokens_than_are_read() =>
        (await CodeAsync("{ countIds(ids: [" + Repeat("1 ", 100_000) + "]) }")).ShouldBe(LanguageErrorCodes.TokenLimit);

    [Fact]
    public async Task more_fields_than_are_read() =>
        (await CodeAsync("{" + Repeat(" hello", 2_049) + " }")).ShouldBe(LanguageErrorCodes.FieldLimit);

    [Fact]
    public async Task a_flood_of_directives() =>
        (await CodeAsync("{ hello" + Repeat(" @skip(if: false)", 5) + " }")).ShouldBe(LanguageErrorCodes.DirectiveLimit);

    [Fact]
    public async Task fragments_that_double_and_double()
    {
        var fragments = string.Concat(Enumerable.Range(0, 60).Select(i => $" fragment F{i} on Book {{ ...F{i + 1} author {{ books {{ ...F{i + 1} }} }} }}"));

        (await CodeAsync("{ books { ...F0 } }" + fragments + " fragment F60 on Book { id }")).ShouldBe(ValidationErrorCodes.FragmentVisitLimit);
    }

    [Fact]
    public async Task fields_that_must_all_be_compared() =>
        (await CodeAsync("{ books {" + Repeat(" id", 2_000) + " } }")).ShouldBe(ValidationErrorCodes.FieldMergeLimit);

    [Fact]
    public async Task five_mistakes_are_told_and_then_no_more()
    {
        await using var host = await LibraryHost.StartAsync();

        var errors = (await PostAsync(host, Query("{ a b c d e f g }"))).Body["errors"]!.AsArray();

        errors.Count.ShouldBe(6);
        errors[5]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ValidationErrorCodes.ErrorLimit);
    }

    [Fact]
    public async Task how_many_mistakes_are_told_can_be_changed()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.Validation = options.Validation with { MaxErrors = 1 }));

        (await PostAsync(host, Query("{ a b c d e f g }"))).Body["errors"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_hundred_thousand_mistakes_in_the_variables()
    {
        await using var host = await LibraryHost.StartAsync();
        var variables = "{\"ids\":[" + Repeat("0,", 100_000) + "null],\"f\":{" + Repeat("\"x\":1,", 20_000) + "\"genres\":7}}";

        var (status, body) = await PostAsync(
            host, $$"""{"query":"query($ids: [ID!]!, $f: BookFilterInput!) { countIds(ids: $ids) describe(filter: $f) }","variables":{{variables}}}""");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body["errors"]!.AsArray().Count.ShouldBe(6);
        body["errors"]![5]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ValidationErrorCodes.ErrorLimit);
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, ErrorCodes.VariablesDepthLimit)]
    [InlineData(400, ErrorCodes.VariablesDepthLimit)]
    [InlineData(20_000, ErrorCodes.RequestInvalid)]
    public async Task variables_that_nest_too_deep(int levels, string? code)
    {
        await using var host = await LibraryHost.StartAsync();
        var variables = "{\"unused\":" + Repeat("[", levels - 1) + Repeat("]", levels - 1) + "}";

        var (_, body) = await PostAsync(host, $$"""{"query":"{ hello }","variables":{{variables}}}""");

        var told = body["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>();
        told.ShouldBe(code);
    }

    [Fact]
    public async Task variables_that_are_too_large()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder.ModifyOptions(options => options.MaxVariablesBytes = 100));
        static string Request(int length) => $$$"""{"query":"{ hello }","variables":{"a":"{{{new string('a', length)}}}"}}""";

        (await PostAsync(host, Request(92))).Body["errors"].ShouldBeNull();
        var (status, body) = await PostAsync(host, Request(93));

        status.ShouldBe(HttpStatusCode.BadRequest);
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.VariablesSizeLimit);
    }

    [Fact]
    public async Task a_resolver_that_never_ends_is_given_up()
    {
        await using var host = await LibraryHost.StartAsync(builder => builder
            .ModifyOptions(options => options.ExecutionTimeout = TimeSpan.FromMilliseconds(50))
            .ConfigureSchema(schema => schema.AddSdl("extend type Query { forever: Int }").Configure<ObjectType>("Query", query =>
                query.Fields["forever"].Resolver = async context =>
                {
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    return null;
                })));

        var (_, body) = await PostAsync(host, Query("{ forever }"));

        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(ErrorCodes.Timeout);
    }

    [Fact]
    public async Task an_event_of_a_subscription_that_takes_too_long_is_given_up_and_the_next_is_awaited()
    {
        await using var server = new Library.LibraryServer(builder => builder
            .ModifyOptions(options => options.ExecutionTimeout = TimeSpan.FromMilliseconds(50))
            .ConfigureSchema(schema => schema.AddSdl("type Event { value: Int } extend type Subscription { events: Event }")
                .Configure<ObjectType>("Subscription", subscription =>
                {
                    subscription.Fields["events"].Subscriber = _ => Events();
                    subscription.Fields["events"].SyncResolver = context => context.Parent;
                })
                .Configure<ObjectType>("Event", type => type.Fields["value"].Resolver = async context =>
                {
                    if (context.Parent is 1)
                        await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    return context.Parent;
                })));

        var results = new List<string>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var result in server.Executor.SubscribeAsync(
            new("subscription { events { value } }"), server.Services, Library.LibraryServer.Anonymous, patience.Token))
            results.Add(result.ToJson());

        results.Count.ShouldBe(2);
        results[0].ShouldContain(ErrorCodes.Timeout);
        results[1].ShouldBe("""{"data":{"events":{"value":2}}}""");
    }

    [Fact]
    public void the_defaults_are_those_of_a_public_server()
    {
        var options = new GraphQLOptions();

        options.Parser.ShouldBe(new ParserOptions { MaxDepth = 200, MaxTokens = 100_000, MaxFields = 2_048, MaxDirectivesPerLocation = 4 });
        options.Validation.ShouldBe(new ValidationOptions { MaxErrors = 5, MaxDepth = 200, MaxFragmentVisits = 10_000, MaxFieldMergeComparisons = 100_000 });
        options.ExecutionTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.MaxRequestBytes.ShouldBe(1024 * 1024);
        options.MaxVariablesDepth.ShouldBe(64);
        options.MaxUploadBytes.ShouldBe(30_000_000);
        options.MaxUploadFiles.ShouldBe(20);
        options.MaxOperationsPerSocket.ShouldBe(50);
    }

    private static async IAsyncEnumerable<object?> Events()
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }

    private static string Query(string query) => new JsonObject { ["query"] = query }.ToJsonString();

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static async Task<string> CodeAsync(string query)
    {
        await using var host = await LibraryHost.StartAsync();
        var (status, body) = await PostAsync(host, Query(query));
        status.ShouldBe(HttpStatusCode.BadRequest);
        return body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(LibraryHost host, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.HttpAddress) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/graphql-response+json");
        using var response = await host.Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
