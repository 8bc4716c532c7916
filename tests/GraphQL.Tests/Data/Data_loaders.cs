using GraphQL.Tests.Library;

namespace GraphQL.Tests.Data;

public sealed class Data_loaders
{
    [Fact]
    public async Task the_keys_of_a_list_are_loaded_in_one_batch_and_no_key_twice()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ books { author { name } } }");

        result["data"]!["books"]!.ToJsonString().ShouldBe(
            """[{"author":{"name":"Le Guin"}},{"author":{"name":"Calvino"}},{"author":{"name":"Le Guin"}}]""");
        server.Shelf.AuthorBatches.ShouldBe([2]);
    }

    [Fact]
    public async Task loads_that_follow_from_loads_are_one_batch_a_level()
    {
        await using var server = new LibraryServer();

        await server.ExecuteAsync("{ books { author { books { author { books { title } } } } } }");

        // The second level asks for authors the execution knows already.
        server.Shelf.AuthorBatches.ShouldBe([2]);
        server.Shelf.BookBatches.ShouldBe([2]);
    }

    [Fact]
    public async Task several_fields_of_one_level_share_a_batch()
    {
        await using var server = new LibraryServer();

        await server.ExecuteAsync("{ a: books(genre: FICTION) { author { name } } b: books(genre: PLAIN_TRUTH) { author { name books { title } } } }");

        server.Shelf.AuthorBatches.ShouldBe([2]);
        server.Shelf.BookBatches.ShouldBe([1]);
    }

    [Fact]
    public async Task resolvers_that_waited_for_the_same_key_ask_for_their_next_ones_in_one_batch()
    {
        await using var server = new LibraryServer();
        server.Shelf.Books.Clear();
        server.Shelf.Books.AddRange(Enumerable.Range(1, 200).Select(n => new Book(Guid.NewGuid(), $"{n}", Shelf.Le, Genre.Fiction)));

        await server.ExecuteAsync("{ books { namesake { name } } }");

        server.Shelf.AuthorBatches.ShouldBe([1, 200]);
    }

    [Fact]
    public async Task a_load_that_begins_on_another_thread_is_dispatched_as_well()
    {
        await using var server = new LibraryServer();

        var result = await server.ExecuteAsync("{ books { lateAuthor { name } } }");

        result["data"]!["books"]![0]!["lateAuthor"]!["name"]!.GetValue<string>().ShouldBe("Le Guin");
        server.Shelf.AuthorBatches.Sum().ShouldBe(2);
    }

    [Fact]
    public async Task a_key_without_a_value_is_null()
    {
        await using var server = new LibraryServer();
        server.Shelf.Books.Clear();
        server.Shelf.Books.Add(new Book(Guid.NewGuid(), "Orphan", Shelf.Nobody, Genre.Fiction));

        var result = await server.ExecuteAsync("{ books { title author { name } } }");

        result["data"]!["books"]!.ToJsonString().ShouldBe("""[{"title":"Orphan","author":null}]""");
        result["errors"].ShouldBeNull();
    }

    [Fact]
    public async Task a_batch_that_fails_fails_each_field_that_waited_for_it()
    {
        await using var server = new LibraryServer();
        server.Shelf.Authors.Add(new Author(Shelf.Le, "Twice"));

        var result = await server.ExecuteAsync("{ books { author { name } } }");

        result["errors"]!.AsArray().Count.ShouldBe(3);
        result["errors"]![0]!["path"]!.ToJsonString().ShouldBe("""["books",0,"author"]""");
        result["data"]!["books"]![0]!["author"].ShouldBeNull();
    }

    [Fact]
    public async Task each_execution_loads_anew()
    {
        await using var server = new LibraryServer();

        await server.ExecuteAsync("{ books { author { name } } }");
        await server.ExecuteAsync("{ books { author { name } } }");

        server.Shelf.AuthorBatches.ShouldBe([2, 2]);
    }
}
