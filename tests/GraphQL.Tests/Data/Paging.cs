using System.Text.Json.Nodes;
using GraphQL.Data;
using GraphQL.Tests.Library;

namespace GraphQL.Tests.Data;

public sealed class Paging
{
    [Fact]
    public async Task a_client_walks_forwards_through_all_pages()
    {
        await using var server = new LibraryServer();

        var first = await PageAsync(server, "");
        var second = await PageAsync(server, $"after: \"{first["pageInfo"]!["endCursor"]}\"");

        Titles(first).ShouldBe(["Invisible Cities", "Steering the Craft"]);
        first["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeTrue();
        first["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBeFalse();
        first["totalCount"]!.GetValue<int>().ShouldBe(3);
        Titles(second).ShouldBe(["The Dispossessed"]);
        second["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
        second["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task a_client_walks_backwards_and_still_reads_in_order()
    {
        await using var server = new LibraryServer();

        var last = await PageAsync(server, "last: 2");
        var before = await PageAsync(server, $"last: 2, before: \"{last["pageInfo"]!["startCursor"]}\"");

        Titles(last).ShouldBe(["Steering the Craft", "The Dispossessed"]);
        last["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBeTrue();
        Titles(before).ShouldBe(["Invisible Cities"]);
        before["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task something_added_before_the_cursor_neither_repeats_nor_hides_an_item()
    {
        await using var server = new LibraryServer();
        var first = await PageAsync(server, "");

        server.Shelf.Books.Add(new Book(Guid.NewGuid(), "A Wizard of Earthsea", Shelf.Le, Genre.Fiction));
        var second = await PageAsync(server, $"after: \"{first["pageInfo"]!["endCursor"]}\"");

        Titles(second).ShouldBe(["The Dispossessed"]);
    }

    [Theory]
    [InlineData("first: 4", "PAGING_OUT_OF_RANGE")]
    [InlineData("first: -1", "PAGING_OUT_OF_RANGE")]
    [InlineData("first: 1, last: 1", "PAGING_BOTH_DIRECTIONS")]
    [InlineData("after: \"nonsense!\"", "CURSOR_INVALID")]
    [InlineData("after: \"WzFd\"", "CURSOR_INVALID")]
    public async Task a_page_that_cannot_be_is_refused_with_a_code(string arguments, string code)
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync($"{{ catalogue({arguments}) {{ nodes {{ title }} }} }}");

        result["errors"]!.AsArray().ShouldHaveSingleItem()!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
        result["data"]!["catalogue"].ShouldBeNull();
    }

    [Fact]
    public async Task a_list_in_memory_is_paged_by_position()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ titles(first: 2) { nodes pageInfo { endCursor hasNextPage } } }");
        var cursor = result["data"]!["titles"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        var next = await server.ExecuteAsync("query($c: String) { titles(after: $c) { edges { node cursor } } }", new { c = cursor });

        result["data"]!["titles"]!["nodes"]!.AsArray().Count.ShouldBe(2);
        next["data"]!["titles"]!["edges"]!.AsArray().ShouldHaveSingleItem()!["node"]!.GetValue<string>().ShouldBe("Steering the Craft");
    }

    [Fact]
    public void a_cursor_carries_a_moment_and_an_identifier_exactly()
    {
        var at = new DateTimeOffset(2026, 3, 29, 1, 2, 3, TimeSpan.FromHours(1)).AddTicks(4567);
        var id = Guid.NewGuid();

        Cursor.Decode<DateTimeOffset, Guid>(Cursor.Encode(at, id)).ShouldBe((at, id));
    }

    private static async Task<JsonNode> PageAsync(LibraryServer server, string arguments)
    {
        var call = arguments.Length == 0 ? "catalogue" : $"catalogue({arguments})";
        var result = await server.ExecuteAsync(
            $"{{ {call} {{ edges {{ cursor node {{ title }} }} nodes {{ title }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} totalCount }} }}");
        result["errors"].ShouldBeNull();
        return result["data"]!["catalogue"]!;
    }

    private static IEnumerable<string> Titles(JsonNode page) => page["nodes"]!.AsArray().Select(node => node!["title"]!.GetValue<string>());
}
