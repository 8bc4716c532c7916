namespace GraphQL.Tests.Library;

[ObjectType<Book>]
[GraphQLIgnore(nameof(Book.Invoice))]
public static partial class BookNode
{
    /// <summary>Who wrote it.</summary>
    [BindMember(nameof(Book.AuthorId))]
    public static Task<Author?> GetAuthorAsync([Parent] Book book, IAuthorByIdDataLoader authors, CancellationToken cancellation) =>
        authors.LoadAsync(book.AuthorId, cancellation);

    /// <summary>The same, for those who manage the shelf.</summary>
    [Authorize("shelf.manage")]
    public static Task<Author?> GetGuardedAuthorAsync([Parent] Book book, IAuthorByIdDataLoader authors) => authors.LoadAsync(book.AuthorId);

    /// <summary>The same, but it may not be missing.</summary>
    public static async Task<Author> GetRequiredAuthorAsync([Parent] Book book, Shelf shelf)
    {
        await Task.Yield();
        return shelf.Authors.FirstOrDefault(author => author.Id == book.AuthorId)!;
    }

    /// <summary>The author, loaded after something else was waited for.</summary>
    public static async Task<Author?> GetLateAuthorAsync([Parent] Book book, IAuthorByIdDataLoader authors)
    {
        await Task.Yield();
        return await authors.LoadAsync(book.AuthorId);
    }

    /// <summary>An author with the identifier of the book, looked for when the book's own has been found.</summary>
    public static async Task<Author?> GetNamesakeAsync([Parent] Book book, IAuthorByIdDataLoader authors) =>
        await authors.LoadAsync(book.AuthorId) is null ? null : await authors.LoadAsync(book.Id);

    public static async Task<string> GetSlowTitleAsync([Parent] Book book)
    {
        await Task.Yield();
        return book.Title;
    }
}

[ObjectType<Author>]
public static partial class AuthorNode
{
    public static async Task<IReadOnlyList<Book>> GetBooksAsync([Parent] Author author, IBooksByAuthorDataLoader books, CancellationToken cancellation) =>
        await books.LoadAsync(author.Id, cancellation);
}

internal static class Loaders
{
    [DataLoader]
    internal static async Task<Dictionary<Guid, Author>> GetAuthorByIdAsync(IReadOnlyList<Guid> keys, Shelf shelf, CancellationToken cancellation)
    {
        shelf.AuthorBatches.Add(keys.Count);
        await Task.Delay(1, cancellation);
        return shelf.Authors.Where(author => keys.Contains(author.Id)).ToDictionary(author => author.Id);
    }

    [DataLoader]
    internal static Task<ILookup<Guid, Book>> GetBooksByAuthorAsync(IReadOnlyList<Guid> keys, Shelf shelf)
    {
        shelf.BookBatches.Add(keys.Count);
        return Task.FromResult(shelf.Books.Where(book => keys.Contains(book.AuthorId)).ToLookup(book => book.AuthorId));
    }
}
