using GraphQL.Data;
using GraphQL.Tests.Library;

namespace GraphQL.Tests.Data;

public sealed class Node_identifiers
{
    [Fact]
    public async Task a_node_is_loaded_by_the_identifier_it_gave()
    {
        await using var server = new LibraryServer();
        var books = await server.ExecuteAsync("{ books { id } }");
        var id = books["data"]!["books"]![1]!["id"]!.GetValue<string>();

        var result = await server.ExecuteAsync("query($id: ID!) { node(id: $id) { __typename id ... on Book { title } } bookById(id: $id) { title } }", new { id });

        result["data"]!.ToJsonString().ShouldBe(
            """{"node":{"__typename":"Book","id":"ID","title":"Invisible Cities"},"bookById":{"title":"Invisible Cities"}}""".Replace("ID", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task several_nodes_come_in_the_order_asked_for_and_an_unknown_one_is_null()
    {
        await using var server = new LibraryServer();
        var ids = server.Shelf.Books.Select(book => NodeId.Encode("Book", book.Id)).Reverse().Append(NodeId.Encode("Book", Guid.NewGuid()));

        var result = await server.ExecuteAsync("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Book { title } } countIds(ids: $ids) }", new { ids });

        result["data"]!.ToJsonString().ShouldBe(
            """{"nodes":[{"title":"Steering the Craft"},{"title":"Invisible Cities"},{"title":"The Dispossessed"},null],"countIds":4}""");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("QXV0aG9yOjE")]
    [InlineData("")]
    public async Task what_is_no_identifier_is_refused(string id)
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("query($id: ID!) { node(id: $id) { id } }", new { id });

        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("ID_INVALID");
    }

    [Fact]
    public void an_identifier_is_the_type_and_the_raw_value_in_base64url()
    {
        var id = NodeId.Encode("View", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));

        id.ShouldBe("VmlldzowZjhmYWQ1YmQ5Y2I0NjlmYTE2NTcwODY3NzI4OTUwZQ");
        NodeId.Decode<Guid>(id + "==", "View").ShouldBe(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));
    }
}
