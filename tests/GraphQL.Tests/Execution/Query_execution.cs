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
}
