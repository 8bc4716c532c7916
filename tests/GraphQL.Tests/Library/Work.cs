namespace GraphQL.Tests.Library;

/// <summary>A work in the archive, with a property of each kind that can be filtered or sorted by.</summary>
public sealed class Work
{
    [ID, Filterable]
    public required Guid Id { get; init; }

    [Filterable, Sortable]
    public required string Title { get; init; }

    [Filterable, Sortable]
    public string? Subtitle { get; init; }

    [Filterable, Sortable]
    public int Pages { get; init; }

    [Filterable, Sortable]
    public double? Rating { get; init; }

    [Filterable, Sortable]
    public decimal Price { get; init; }

    [Filterable, Sortable]
    public DateTimeOffset AddedAt { get; init; }

    [Filterable, Sortable]
    public DateOnly? Printed { get; init; }

    [Filterable, Sortable]
    public bool IsLent { get; init; }

    [Filterable, Sortable]
    public bool? IsRare { get; init; }

    [Filterable, Sortable]
    public Genre Genre { get; init; }

    [Filterable, Sortable]
    public Genre? SecondGenre { get; init; }

    [Filterable, Sortable]
    public required Press Press { get; init; }

    [Filterable]
    public Press? Reprint { get; init; }

    [Filterable]
    public List<string> Tags { get; init; } = [];

    [Filterable]
    public List<Loan> Loans { get; init; } = [];

    public string Keeper { get; init; } = "nobody's business";
}

/// <summary>Who printed a work.</summary>
public sealed class Press
{
    public required Guid Id { get; init; }

    [Filterable, Sortable]
    public required string Name { get; init; }

    [Filterable, Sortable]
    public string? City { get; init; }
}

/// <summary>A time when a work was away.</summary>
public sealed record Loan(Guid Id, [Filterable] string Reader, [Filterable] int Days, [Filterable] int? Fee = null);
