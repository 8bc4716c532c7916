using System.Security.Claims;

namespace Engagement.Api.Authorization;

/// <summary>
/// Who somebody is now. It is asked at each operation, at each update of a subscription and of a live topic, so that what is taken from somebody is
/// gone in the middle of what they follow. Sign-in answers from its sessions and keys.
/// </summary>
public interface IPrincipals
{
    /// <summary>The person with the roles, areas and scopes they hold now; null when their session has ended.</summary>
    /// <param name="signedIn">As they were when they signed in or connected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ClaimsPrincipal?> NowAsync(ClaimsPrincipal signedIn, CancellationToken cancellationToken);
}
