using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Tests.Library;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Execution;

public sealed class Subscription_execution
{
    [Fact]
    public async Task each_event_is_executed_with_its_own_selection_and_loaders()
    {
        await using var server = new LibraryServer();
        server.Shelf.Added.Writer.TryWrite(server.Shelf.Books[0]);
        server.Shelf.Added.Writer.TryWrite(server.Shelf.Books[1]);
        server.Shelf.Added.Writer.Complete();

        var results = await ReadAsync(server, "subscription { bookAdded { title author { name } } }");

        results.ShouldBe(
        [
            """{"data":{"bookAdded":{"title":"The Dispossessed","author":{"name":"Le Guin"}}}}""",
            """{"data":{"bookAdded":{"title":"Invisible Cities","author":{"name":"Calvino"}}}}""",
        ]);
        server.Shelf.AuthorBatches.ShouldBe([1, 1]);
        server.Shelf.EventsClosed.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task a_subscription_that_is_not_valid_is_answered_once()
    {
        await using var server = new LibraryServer();

        var results = await ReadAsync(server, "subscription { unknown }");

        results.ShouldHaveSingleItem().ShouldNotContain("data");
    }

    [Fact]
    public async Task a_stranger_may_not_listen()
    {
        await using var server = new LibraryServer();

        var results = await ReadAsync(server, "subscription { secret }");

        JsonNode.Parse(results.ShouldHaveSingleItem())!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("AUTH_NOT_AUTHENTICATED");
    }

    [Fact]
    public async Task a_right_that_is_lost_ends_the_subscription_at_the_next_event()
    {
        var doorkeeper = new ForgetfulDoorkeeper();
        await using var server = new LibraryServer(builder => builder.Services.AddSingleton<IAuthorizationEvaluator>(doorkeeper));

        var results = await ReadAsync(server, "subscription { secret }");

        results.Count.ShouldBe(2);
        results[0].ShouldBe("""{"data":{"secret":1}}""");
        results[1].ShouldContain("AUTH_NOT_AUTHORIZED");
    }

    [Fact]
    public async Task a_query_asked_for_as_a_stream_gives_one_result()
    {
        await using var server = new LibraryServer();

        (await ReadAsync(server, "{ hello }")).ShouldBe(["""{"data":{"hello":"Hello reader"}}"""]);
    }

    private static async Task<List<string>> ReadAsync(LibraryServer server, string query)
    {
        var results = new List<string>();
        await foreach (var result in server.Executor.SubscribeAsync(new OperationRequest(query), server.Services, LibraryServer.Anonymous))
            results.Add(result.ToJson());
        return results;
    }

    /// <summary>Says yes twice (when the stream is opened, and at the first event) and never again.</summary>
    private sealed class ForgetfulDoorkeeper : IAuthorizationEvaluator
    {
        private int _asked;

        public ValueTask<AuthorizationResult> AuthorizeAsync(AuthorizationRequirement requirement, IResolverContext context) =>
            new(++_asked <= 2 ? AuthorizationResult.Allowed : AuthorizationResult.NotAuthorized);
    }
}
