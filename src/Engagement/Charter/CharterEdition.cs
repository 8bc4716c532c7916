using EventStore;

namespace Engagement.Charter;

/// <summary>An edition of a charter, as its rules see it and as it is shown.</summary>
public sealed record CharterEdition : IEvolve<CharterEdition>
{
    /// <summary>The edition.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which charter it is an edition of: a name that all its editions share.</summary>
    public required string Charter { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Where it comes from, and whose its words are.</summary>
    public required string Source { get; init; }

    public Guid? EditionBeforeId { get; init; }

    /// <summary>What it promises.</summary>
    public required IReadOnlyList<Principle> Principles { get; init; }

    /// <summary>The groups that keep to it, in the order they signed up.</summary>
    public IReadOnlyList<SignedUpGroup> Groups { get; init; } = [];

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    public Principle? Find(string? key) => Principles.FirstOrDefault(principle => principle.Key == key);

    public static CharterEdition? Evolve(CharterEdition? state, IEvent e)
    {
        var edition = (state, e.Data) switch
        {
            (null, EditionAdopted adopted) => new CharterEdition
            {
                Id = e.StreamId,
                Charter = adopted.Charter,
                Title = adopted.Title,
                From = adopted.From,
                Source = adopted.Source,
                EditionBeforeId = adopted.EditionBeforeId,
                Principles = adopted.Principles,
            },
            ({ } standing, GroupSignedUp signed) => standing with { Groups = [.. standing.Groups, new SignedUpGroup(signed.Group, signed.SignedOn)] },
            _ => null,
        };
        return edition is null ? state : edition with { Version = (int)e.Version };
    }
}
