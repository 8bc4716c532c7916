using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.SignIn;

namespace Engagement.Api.SignIn;

/// <summary>
/// Whoever signed in is nobody from the moment that their session or key has ended, also on what they opened before. In a request that is soon over the
/// answer is the one that authentication has just got.
/// </summary>
internal sealed class PrincipalsOfSessions(Sessions sessions, ApiKeys keys, RequestsInHand requests) : IPrincipals
{
    public async ValueTask<ClaimsPrincipal?> NowAsync(ClaimsPrincipal signedIn, CancellationToken cancellationToken)
    {
        var open = signedIn switch
        {
            _ when requests.Include(signedIn) => null,
            _ when signedIn.SessionId() is { } session => await sessions.StillOpenAsync([session], cancellationToken),
            _ when signedIn.KeyId() is { } key => await keys.StillGoodAsync([key], cancellationToken),
            _ => null,
        };
        return open is [] ? null : signedIn;
    }
}
