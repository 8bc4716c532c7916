using System.Runtime.CompilerServices;

namespace GraphQL.Tests.Library;

[MutationType]
public static partial class Mutations
{
    /// <summary>Puts a book on the shelf.</summary>
    /// <param name="title">What stands on its back.</param>
    [Error(typeof(TitleTakenException)), Error(typeof(ShelfFull))]
    public static async Task<Book> AddBookAsync(string title, [ID<Author>] Guid authorId, Shelf shelf, Genre genre = Genre.Fiction)
    {
        shelf.Log.Add($"begin {title}");
        await Task.Yield();
        if (title == "overflow")
            throw new InvalidOperationException("The shelf is full.");
        if (shelf.Books.Any(book => book.Title == title))
            throw new TitleTakenException(title);
        var book = new Book(Guid.NewGuid(), title, authorId, genre);
        shelf.Books.Add(book);
        shelf.Added.Writer.TryWrite(book);
        shelf.Log.Add($"end {title}");
        return book;
    }

    /// <summary>Takes all books away.</summary>
    public static int Clear(Shelf shelf)
    {
        var count = shelf.Books.Count;
        shelf.Books.Clear();
        return count;
    }
}

/// <summary>There is such a book already.</summary>
public sealed class TitleTakenException(string title) : Exception($"There is a book named {title} already.")
{
    /// <summary>The stable code.</summary>
    public string Code => "TITLE_TAKEN";

    /// <summary>The title that is taken.</summary>
    public string Title { get; } = title;
}

/// <summary>There is no place left.</summary>
public sealed record ShelfFull(string Message)
{
    public static ShelfFull CreateErrorFrom(InvalidOperationException exception) => new(exception.Message);
}

[SubscriptionType]
public static partial class Subscriptions
{
    /// <summary>Each book that comes to the shelf.</summary>
    public static async IAsyncEnumerable<Book> OnBookAddedAsync(Shelf shelf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var book in shelf.Added.Reader.ReadAllAsync(cancellation))
                yield return book;
        }
        finally
        {
            shelf.CloseEvents();
        }
    }

    public static async IAsyncEnumerable<int> OnCountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    [Authorize]
    public static async IAsyncEnumerable<int> OnSecretAsync()
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }
}
