namespace Engagement.Surveys;

/// <summary>Who wrote words, or approved them: a role, and the pseudonym of the person where it is known.</summary>
public sealed record RenditionAuthor(string Role, Guid? PersonId)
{
    /// <summary>Whether it may be the same person. Where one of them is not known, whoever has the same role may be.</summary>
    public bool MayBe(RenditionAuthor other) =>
        PersonId is { } person && other.PersonId is { } another
            ? person == another
            : string.Equals(Role, other.Role, StringComparison.OrdinalIgnoreCase);
}
