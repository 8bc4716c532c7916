using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Forums;
using Engagement.Api.People;
using Engagement.Api.Privacy;
using Engagement.Common;
using Engagement.Forums;
using Engagement.Journeys;
using Engagement.Notifications;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.SignIn;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.SignIn;

/// <summary>Whoever is asking.</summary>
/// <param name="SignedIn">Whether they have signed in.</param>
/// <param name="Role">The role they act in, if they have.</param>
/// <param name="Permissions">What they may do, by all their roles; moderating, where there is a forum for them to moderate.</param>
public sealed record Viewer(bool SignedIn, string? Role, IReadOnlyList<string> Permissions);

[QueryType]
public static partial class ViewerQueries
{
    /// <summary>Who you are here, and what you may do.</summary>
    [AllowAnonymous]
    public static Viewer GetMe(ClaimsPrincipal user)
    {
        var asker = Asker.Of(user);
        return new Viewer(user.Identity?.IsAuthenticated == true, asker.RoleFor(permission: null), asker.Permissions);
    }
}

/// <summary>Whoever is asking, and what is theirs. Of somebody who has not signed in, it is nothing.</summary>
[ObjectType<Viewer>]
public static partial class ViewerNode
{
    /// <summary>The pseudonym you act under, to be named by: as a facilitator, or among those who came to an activity.</summary>
    public static Person? GetPerson(ClaimsPrincipal user) => Person.Of(user.ActorId());

    /// <summary>What they may do, by all their roles; moderating, where there is a forum for them to moderate.</summary>
    [BindMember(nameof(Viewer.Permissions))]
    public static async Task<IReadOnlyList<string>> GetPermissionsAsync([Parent] Viewer viewer, ClaimsPrincipal user, ForumReads forums, CancellationToken cancellation) =>
        (await ModeratedForums.OfAsync(Asker.Of(user), forums, cancellation)).Count > 0
            ? viewer.Permissions
            : [.. viewer.Permissions.Where(permission => permission != Authorization.Permissions.Moderate)];

    /// <summary>Every role you hold, in the order they were given.</summary>
    public static IReadOnlyList<string> GetRoles(ClaimsPrincipal user) => Asker.Of(user).Roles;

    /// <summary>The areas that your account names; none for the whole county.</summary>
    public static IReadOnlyList<string> GetAreas(ClaimsPrincipal user) => Asker.Of(user).Areas;

    /// <summary>The organisations for which you may speak, by your account.</summary>
    public static IReadOnlyList<Organisation> GetOrganisations(ClaimsPrincipal user) => [.. Asker.Of(user).Organisations.Select(Organisation.Find).OfType<Organisation>()];

    /// <summary>What you told of yourself and what you allow; null for whoever is not a participant.</summary>
    public static async Task<ParticipantProfile?> GetParticipantAsync(ClaimsPrincipal user, ParticipantReads reads, CancellationToken cancellation) =>
        user.May(Authorization.Permissions.ChangeOwnRecord) && user.ActorId() is { } me ? await reads.FindAsync(me, cancellation) : null;

    /// <summary>What became of each survey that you answered while you were signed in, the last sent first. Empty for somebody who has sent nothing.</summary>
    /// <param name="asAt">As it stood at this moment; left out: as it stands now.</param>
    [UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<Journey>> GetJourneysAsync(
        DateTimeOffset? asAt, PagingArguments paging, ClaimsPrincipal user, JourneyReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(
            paging,
            JourneyReads.PositionOf,
            async (after, limit) => user.May(Authorization.Permissions.ChangeOwnRecord) && user.ActorId() is { } me
                ? await reads.OfPersonAsync(me, asAt, after, limit, cancellation)
                : new Slice<Journey>([], HasMore: false));

    /// <summary>The e-mail address you sign in with; null when there is none.</summary>
    public static async Task<string?> GetEmailAddressAsync(ClaimsPrincipal user, SignInLinks links, CancellationToken cancellation) =>
        user.May(Authorization.Permissions.ChangeOwnRecord) && user.ActorId() is { } me ? await links.AddressOfAsync(me, cancellation) : null;

    /// <summary>What leads to your choices of what is sent to you by e-mail; null when nothing is.</summary>
    public static async Task<string?> GetNotificationsTokenAsync(ClaimsPrincipal user, NotificationReads reads, CancellationToken cancellation) =>
        user.May(Authorization.Permissions.ChangeOwnRecord) && user.ActorId() is { } me ? await reads.TokenOfAsync(me, cancellation) : null;

    /// <summary>How your last request for erasure stands; null when you made none.</summary>
    public static async Task<OwnErasure?> GetErasureAsync(ClaimsPrincipal user, PrivacyReads reads, CancellationToken cancellation) =>
        user.ActorId() is { } me && await reads.FindAsync(me, cancellation) is { } erasure
            ? new OwnErasure(erasure.ReceivedOn, erasure.AnswerBy, erasure.Outcome, erasure.Ground, erasure.DestroyedAt)
            : null;

    /// <summary>Where you are signed in, the newest first.</summary>
    public static async Task<IReadOnlyList<Session>> GetSessionsAsync(ClaimsPrincipal user, Sessions sessions, CancellationToken cancellation) =>
        user.ActorId() is { } me ? await sessions.ListAsync(me, cancellation) : [];
}
