using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Common;
using Engagement.SignIn;
using GraphQL;

namespace Engagement.Api.SignIn;

/// <summary>Ending sessions. Repeated, it changes nothing more.</summary>
[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>]
public static partial class SessionMutations
{
    /// <summary>End one of your sessions at once. Answers those that are still open.</summary>
    /// <param name="sessionId">The session. One of somebody else stays as it is.</param>
    [AllowAnonymous]
    public static async Task<OpenSessions> EndMySessionAsync(
        [ID<Session>] Guid sessionId,
        [Spread] Repeatable repeatable,
        SignInCommands commands,
        Sessions sessions,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var me = Me(user);
        await commands.EndSessionAsync(new EndSession(sessionId, me), user.Context(permission: null, repeatable), cancellation);
        return new OpenSessions(await sessions.ListAsync(me, cancellation));
    }

    /// <summary>
    /// End all of your sessions at once, the one that you ask with among them. A repeat with the same key, after signing in again, ends none that began since.
    /// </summary>
    [AllowAnonymous]
    public static async Task<EndedSessions> EndMySessionsAsync(
        [Spread] Repeatable repeatable, SignInCommands commands, ClaimsPrincipal user, CancellationToken cancellation) =>
        new(await commands.EndSessionsAsync(new EndSessions(Me(user)), user.Context(permission: null, repeatable), cancellation));

    /// <summary>End all sessions of somebody else at once, and what is open with them: when an account is in the wrong hands.</summary>
    /// <param name="personId">Who it is, by the pseudonym that the access log and the ledger of moderation know them by.</param>
    [Authorize(Permissions.EndSessions)]
    public static async Task<EndedSessions> EndSessionsOfAsync(
        [ID<Person>] Guid personId, [Spread] Repeatable repeatable, SignInCommands commands, ClaimsPrincipal user, CancellationToken cancellation) =>
        new(await commands.EndSessionsAsync(new EndSessions(personId), user.Context(Permissions.EndSessions, repeatable), cancellation));

    private static Guid Me(ClaimsPrincipal user) =>
        user.ActorId() ?? throw new RuleRefusedException(new Engagement.Common.Refusal("ACTOR_REQUIRED", "Sign in to see and end your sessions"));
}

/// <summary>Sessions that are still open.</summary>
/// <param name="Sessions">The newest first.</param>
public sealed record OpenSessions(IReadOnlyList<Session> Sessions);

/// <summary>That sessions have ended.</summary>
/// <param name="Count">How many there were.</param>
public sealed record EndedSessions(int Count);
