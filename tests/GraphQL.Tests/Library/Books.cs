namespace GraphQL.Tests.Library;

/// <summary>A book on the shelf.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">What stands on its back.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="Genre">What kind of book it is.</param>
public sealed record Book(Guid Id, string Title, Guid AuthorId, Genre Genre)
{
    /// <summary>When it came to the shelf.</summary>
    public DateTimeOffset AddedAt { get; init; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>How it may be found.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where it was bought; nobody's business.</summary>
    public Dictionary<string, string> Invoice { get; init; } = [];
}

/// <summary>Somebody who writes.</summary>
/// <param name="Id">The author's number.</param>
/// <param name="Name">The author's name.</param>
public sealed record Author(Guid Id, string Name) : ISearchable;

/// <summary>A reader's note.</summary>
/// <param name="Text">What the note says.</param>
/// <param name="Stars">How much the reader liked the book.</param>
public sealed record Note(string Text, int? Stars) : ISearchable;

/// <summary>What kind of book it is.</summary>
public enum Genre
{
    /// <summary>Invented.</summary>
    Fiction,

    /// <summary>Not invented.</summary>
    PlainTruth,
}

/// <summary>What a search finds.</summary>
[UnionType]
public interface ISearchable;
