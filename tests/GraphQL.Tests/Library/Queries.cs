using System.Runtime.CompilerServices;
using GraphQL.Data;
using GraphQL.Execution;

namespace GraphQL.Tests.Library;

[QueryType]
public static partial class Queries
{
    /// <summary>All books, in the order they came.</summary>
    public static IReadOnlyList<Book> GetBooks(Shelf shelf, Genre? genre = null) =>
        [.. shelf.Books.Where(book => genre is null || book.Genre == genre)];

    /// <summary>One book.</summary>
    /// <param name="id">The book's identifier.</param>
    [NodeResolver]
    public static async Task<Book?> GetBookByIdAsync([ID] Guid id, Shelf shelf)
    {
        await Task.Yield();
        return shelf.Books.FirstOrDefault(book => book.Id == id);
    }

    /// <summary>Books, a page at a time.</summary>
    [UsePaging(DefaultPageSize = 2, MaxPageSize = 3, IncludeTotalCount = true)]
    public static Task<Connection<Book>> GetCatalogueAsync(PagingArguments paging, Shelf shelf)
    {
        var rows = shelf.Books.OrderBy(book => book.Title, StringComparer.Ordinal).AsEnumerable();
        if (paging.IsBackward)
            rows = rows.Reverse();
        if (paging.Cursor is { } cursor)
        {
            var title = Cursor.Decode<string>(cursor);
            rows = rows.Where(book => paging.IsBackward ? string.CompareOrdinal(book.Title, title) < 0 : string.CompareOrdinal(book.Title, title) > 0);
        }
        return Task.FromResult(Connection.FromKeyset([.. rows.Take(paging.Size + 1)], paging, book => Cursor.Encode(book.Title), shelf.Books.Count));
    }

    [UsePaging]
    public static IEnumerable<string> GetTitles(Shelf shelf) => shelf.Books.Select(book => book.Title);

    /// <summary>The numbers up to one, as they are counted.</summary>
    public static async IAsyncEnumerable<int> CountTo(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <summary>All books, as they are taken from the shelf.</summary>
    public static async IAsyncEnumerable<Book> TakeBooks(Shelf shelf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var book in shelf.Books)
        {
            await Task.Delay(1, cancellation);
            yield return book;
        }
    }

    public static IEnumerable<ISearchable> Search(string text, Shelf shelf) =>
    [
        .. shelf.Authors.Where(author => author.Name.Contains(text, StringComparison.Ordinal)),
        new Note($"about {text}", null),
    ];

    /// <summary>Says hello.</summary>
    public static string Hello(string name = "reader", int times = 1) => string.Join(' ', Enumerable.Repeat($"Hello {name}", times));

    public static string Describe(BookFilter filter) => filter.ToString();

    public static int CountIds([ID<Book>] IReadOnlyList<Guid> ids) => ids.Count;

    [Authorize]
    public static string? Secret() => "for members";

    [Authorize("shelf.manage")]
    public static string? Ledger() => "for managers";

    public static string? Broken() => throw new InvalidOperationException("The password is swordfish.");

    public static string? Refused() => throw new GraphQLException("Not on Sundays.", "CLOSED");

    public static async Task<string> BrokenNonNullAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("Nothing here.");
    }

    public static string Where(IResolverContext context) => string.Join('/', context.Path);

    [GraphQLDeprecated("Use hello.")]
    public static string OldHello() => "Hello";
}

/// <summary>What to look for.</summary>
/// <param name="Title">A part of the title.</param>
/// <param name="Genres">Which kinds of book.</param>
/// <param name="Limit">How many at most.</param>
public sealed record BookFilter(string? Title, IReadOnlyList<Genre> Genres, int Limit = 5)
{
    [ID]
    public Guid? After { get; init; }

    public override string ToString() => $"{Title ?? "any"} {string.Join(',', Genres)} {Limit} {After?.ToString() ?? "-"}";
}
