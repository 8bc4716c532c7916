using GraphQL.Data;
using GraphQL.Tests.Library;

namespace GraphQL.Tests.Execution;

public sealed class Mutation_execution
{
    private static readonly string AuthorId = NodeId.Encode("Author", Shelf.Le);

    [Fact]
    public async Task mutations_run_one_after_another()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync(
            """
            mutation($author: ID!) {
              a: addBook(input: { title: "A", authorId: $author }) { book { title author { name } } errors { __typename } }
              b: addBook(input: { title: "B", authorId: $author, genre: PLAIN_TRUTH }) { book { title genre } }
            }
            """,
            new { author = AuthorId });

        result["data"]!.ToJsonString().ShouldBe(
            """{"a":{"book":{"title":"A","author":{"name":"Le Guin"}},"errors":null},"b":{"book":{"title":"B","genre":"PLAIN_TRUTH"}}}""");
        server.Shelf.Log.ShouldBe(["begin A", "end A", "begin B", "end B"]);
    }

    [Fact]
    public async Task a_declared_exception_is_an_error_in_the_payload_with_its_own_fields()
    {
        await using var server = new LibraryServer();

        var result = await AddAsync(server, "Invisible Cities");

        result.ShouldBe(
            """{"book":null,"errors":[{"__typename":"TitleTakenError","message":"There is a book named Invisible Cities already.","code":"TITLE_TAKEN","title":"Invisible Cities"}]}""");
    }

    [Fact]
    public async Task an_error_class_is_made_from_the_exception_it_names()
    {
        await using var server = new LibraryServer();

        var result = await AddAsync(server, "overflow");

        result.ShouldBe("""{"book":null,"errors":[{"__typename":"ShelfFull","message":"The shelf is full."}]}""");
    }

    [Fact]
    public async Task an_identifier_of_another_type_is_refused()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync(
            "mutation($id: ID!) { addBook(input: { title: \"X\", authorId: $id }) { book { title } } }",
            new { id = NodeId.Encode("Book", Guid.NewGuid()) });

        result["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("ID_INVALID");
        server.Shelf.Log.ShouldBeEmpty();
    }

    private static async Task<string> AddAsync(LibraryServer server, string title)
    {
        var result = await server.ExecuteAsync(
            """
            mutation($title: String!, $author: ID!) {
              addBook(input: { title: $title, authorId: $author }) {
                book { id }
                errors { __typename ... on Error { message } ... on TitleTakenError { code title } }
              }
            }
            """,
            new { title, author = AuthorId });
        result["errors"].ShouldBeNull();
        return result["data"]!["addBook"]!.ToJsonString();
    }
}
