using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Forums;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Forums;

/// <summary>A standing space to talk in, owned by a named body.</summary>
[ObjectType<ForumPage>, GraphQLName("Forum"), Node, AllowAnonymous]
public static partial class ForumNode
{
    [NodeResolver]
    public static Task<ForumPage?> LoadAsync(Guid id, ForumReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The roles of those who moderate it beside its body, and alone where it is for under-18s.</summary>
    public static IReadOnlyList<string> GetFacilitatorRoles([Parent] ForumPage forum) => [.. forum.Facilitators.Select(one => one.Role).Distinct()];

    /// <summary>Who may moderate it beside its body, for those who run it; others are refused and see their roles.</summary>
    [BindMember(nameof(ForumPage.Facilitators)), Authorize(Permissions.RunForums)]
    public static IReadOnlyList<Facilitator>? GetFacilitators([Parent] ForumPage forum) => forum.Facilitators;

    /// <summary>Its topics, last published first.</summary>
    [UsePaging(DefaultPageSize = 10)]
    public static Task<Connection<TopicPage>> GetTopicsAsync(
        [Parent] ForumPage forum, PagingArguments paging, ITopicsByForumDataLoader first, ForumReads reads, TimeProvider clock, CancellationToken cancellation) =>
        Keyset.PageByAsync<TopicPage, TimePosition>(
            paging,
            TimePosition.TryParse,
            ForumReads.PositionOf,
            async (after, limit) => after is null
                ? await first.LoadAsync(new PageOf(forum.Id, limit), cancellation) ?? PageOf.Empty<TopicPage>()
                : await reads.ListTopicsAsync(new TopicFilter(forum.Id), TopicOrder.Newest, clock.LondonToday(), after, limit, cancellation));

    /// <summary>The topics that its body puts before the others, last published first. They are among its topics too.</summary>
    public static async Task<IReadOnlyList<TopicPage>> GetPinnedTopicsAsync(
        [Parent] ForumPage forum, IPinnedTopicsByForumDataLoader pinned, CancellationToken cancellation) =>
        await pinned.LoadAsync(forum.Id, cancellation);

    /// <summary>Whether you may run it: publish and close its topics, and name its facilitators.</summary>
    public static bool GetMayRun([Parent] ForumPage forum, ClaimsPrincipal user) => May(forum, user, Permissions.RunForums);

    /// <summary>Whether you may see what waits in it, and decide.</summary>
    public static bool GetMayModerate([Parent] ForumPage forum, ClaimsPrincipal user) => May(forum, user, Permissions.Moderate);

    /// <summary>How many contributions wait for a moderator; null for those who may not moderate it.</summary>
    public static async Task<int?> GetWaitingAsync(
        [Parent] ForumPage forum, ClaimsPrincipal user, IWaitingByForumDataLoader waiting, CancellationToken cancellation) =>
        May(forum, user, Permissions.Moderate) ? await waiting.LoadAsync(forum.Id, cancellation) ?? 0 : null;

    private static bool May(ForumPage forum, ClaimsPrincipal user, string permission) =>
        TheObjectRules.All.Of(typeof(ForumPage))!.Allows(Asker.Of(user), permission, forum);
}
