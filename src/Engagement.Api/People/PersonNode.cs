using System.Security.Claims;
using Engagement.Api.SignIn;
using GraphQL;

namespace Engagement.Api.People;

/// <summary>Somebody who is known here by a pseudonym, and by nothing else.</summary>
[ObjectType<Person>]
public static partial class PersonNode
{
    /// <summary>Their pseudonym.</summary>
    [ID]
    public static Guid GetId([Parent] Person person) => person.Id;

    /// <summary>Whether it is who asks.</summary>
    public static bool GetIsYou([Parent] Person person, ClaimsPrincipal user) => user.ActorId() == person.Id;
}
