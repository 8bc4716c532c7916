using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.SignIn;

namespace Engagement.Api.Notifications;

internal static class OwnAccount
{
    /// <summary>Whose account it is, of those who take part; null for staff and for whoever has not signed in.</summary>
    public static Guid? Account(this ClaimsPrincipal user) => user.May(Permissions.ChangeOwnRecord) ? user.ActorId() : null;
}
