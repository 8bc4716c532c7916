using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Forums;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Forums;

[QueryType]
public static partial class ModerationQueries
{
    /// <summary>What waits for a moderator in a forum: what two people must agree on first, then the oldest first.</summary>
    /// <param name="forumId">The forum.</param>
    [Authorize(Permissions.Moderate), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<QueuedContribution>> GetModerationQueueAsync(
        [ID<ForumPage>] Guid forumId,
        [Spread, ID<TopicPage>(nameof(QueueFilter.TopicId))] QueueFilter filter,
        PagingArguments paging,
        ModerationReads reads,
        TimeProvider clock,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var (viewer, now) = (user.Acting(Permissions.Moderate), clock.GetUtcNow());
        return Reading.OfAsync(() => Keyset.PageByAsync<QueuedContribution, QueuePosition>(
            paging,
            QueuePosition.TryParse,
            ModerationReads.PositionOf,
            (after, limit) => reads.QueueAsync(forumId, viewer, filter, now, after, limit, cancellation),
            () => reads.CountQueueAsync(forumId, viewer, filter, now, cancellation)));
    }

    /// <summary>One contribution as the moderators of its forum see it, whether it waits or not.</summary>
    /// <param name="id">The contribution, by the id that moderators see.</param>
    [Authorize(Permissions.Moderate)]
    public static async Task<QueuedContribution?> GetModeratedContributionAsync(
        [ID<QueuedContribution>] Guid id, ModerationReads reads, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancellation) =>
        await Reading.OfAsync(() => reads.FindAsync(id, user.Acting(Permissions.Moderate), clock.GetUtcNow(), cancellation));

    /// <summary>Every step of moderation in a forum, newest first. Nothing is ever taken out of it.</summary>
    /// <param name="forumId">The forum.</param>
    [Authorize(Permissions.Moderate), UsePaging(DefaultPageSize = 50)]
    public static Task<Connection<LedgerEntry>> GetModerationLedgerAsync(
        [ID<ForumPage>] Guid forumId, [Spread] LedgerFilter filter, PagingArguments paging, ModerationReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var viewer = user.Acting(Permissions.Moderate);
        return Reading.OfAsync(() => Keyset.PageByAsync<LedgerEntry, LedgerPosition>(
            paging,
            LedgerPosition.TryParse,
            ModerationReads.PositionOf,
            (after, limit) => reads.LedgerAsync(forumId, viewer, filter, after, limit, cancellation)));
    }
}
