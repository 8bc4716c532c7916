namespace Engagement.Api.People;

/// <summary>Somebody who is known here by a pseudonym, and by nothing else.</summary>
/// <param name="Id">The pseudonym.</param>
public sealed record Person(Guid Id)
{
    internal static Person? Of(Guid? id) => id is { } known ? new Person(known) : null;
}
