using System.Security.Claims;
using Engagement.SignIn;
using GraphQL;

namespace Engagement.Api.SignIn;

/// <summary>A session of yours that has not ended.</summary>
[ObjectType<Session>, GraphQLIgnore(nameof(Session.ActorId), nameof(Session.Claims))]
public static partial class SessionNode
{
    /// <summary>The session, to end it by.</summary>
    [ID]
    public static Guid GetId([Parent] Session session) => session.Id;

    /// <summary>Whether it is the one that you ask with.</summary>
    public static bool GetIsCurrent([Parent] Session session, ClaimsPrincipal user) => user.SessionId() == session.Id;
}
