using System.Security.Claims;

namespace Engagement.Api.SignIn;

/// <summary>
/// What is known of whoever is signed in, as claims: a <see cref="ClaimTypes.NameIdentifier"/> that is their pseudonym, a <see cref="ClaimTypes.Role"/>
/// for each role they hold, and these. Never a name or an address.
/// </summary>
public static class SignedIn
{
    /// <summary>The id of their session, for people.</summary>
    public const string SessionClaim = "sid";

    /// <summary>The id of the key, for clients that have one of the platform's.</summary>
    public const string KeyClaim = "api_key";

    /// <summary>Something that an API client may do: the name of a permission. One claim for each.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>The area that a group of staff works in, when it is given one.</summary>
    public const string AreaClaim = "area";

    /// <summary>The space that a group of staff works in, when it is given one.</summary>
    public const string SpaceClaim = "space";

    /// <summary>The code of an organisation for which they may speak. One claim for each.</summary>
    public const string OrganisationClaim = "organisation";

    /// <summary>The pseudonym under which they act; null for nobody in particular.</summary>
    public static Guid? ActorId(this ClaimsPrincipal user) => GuidOf(user, ClaimTypes.NameIdentifier);

    /// <summary>The session they are signed in with; null for those who have none.</summary>
    public static Guid? SessionId(this ClaimsPrincipal user) => GuidOf(user, SessionClaim);

    internal static Guid? KeyId(this ClaimsPrincipal user) => GuidOf(user, KeyClaim);

    /// <summary>Somebody who is known by a pseudonym.</summary>
    internal static ClaimsPrincipal As(Guid actorId, IEnumerable<Claim> claims, string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{actorId}"), .. claims], scheme));

    private static Guid? GuidOf(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
