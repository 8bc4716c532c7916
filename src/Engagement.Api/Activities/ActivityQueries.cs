using Engagement.Activities;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Consultations;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Activities;

[QueryType]
public static partial class ActivityQueries
{
    /// <summary>Activities: all there are, or what is looked for.</summary>
    /// <param name="order">In which order.</param>
    [Authorize(Permissions.ReadActivities), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<ActivityPage>> GetActivitiesAsync(
        [Spread, ID<ConsultationPage>(nameof(ActivityFilter.ConsultationId))] ActivityFilter filter,
        PagingArguments paging,
        ActivityReads reads,
        CancellationToken cancellation,
        ActivityOrder order = ActivityOrder.Latest) => Keyset.PageByAsync<ActivityPage, DayPosition>(
            paging,
            DayPosition.TryParse,
            ActivityReads.PositionOf,
            (after, limit) => reads.ListAsync(filter, order, after, limit, cancellation),
            () => reads.CountAsync(filter, cancellation));

    /// <summary>Activities as everybody sees them. Talks with one person are not among them.</summary>
    /// <param name="order">In which order.</param>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<PublicActivity>> GetPublicActivitiesAsync(
        [Spread, ID<ConsultationPage>(nameof(ActivityFilter.ConsultationId))] ActivityFilter filter,
        PagingArguments paging,
        ActivityReads reads,
        CancellationToken cancellation,
        ActivityOrder order = ActivityOrder.Latest) => Keyset.PageByAsync<PublicActivity, DayPosition>(
            paging,
            DayPosition.TryParse,
            activity => ActivityReads.PositionOf(activity.Page),
            async (after, limit) =>
            {
                var found = await reads.ListPublicAsync(filter, order, after, limit, cancellation);
                return new Slice<PublicActivity>([.. found.Items.Select(page => new PublicActivity(page))], found.HasMore);
            },
            () => reads.CountPublicAsync(filter, cancellation));

    /// <summary>One activity as everybody sees it; null when there is none, or it is a talk with one person.</summary>
    /// <param name="id">The activity.</param>
    [AllowAnonymous]
    public static async Task<PublicActivity?> GetPublicActivityAsync([ID<ActivityPage>] Guid id, ActivityReads reads, CancellationToken cancellation) =>
        await reads.FindAsync(id, cancellation) is { Kind: not ActivityKind.OneToOne } page ? new PublicActivity(page) : null;

    /// <summary>One activity; null when there is none.</summary>
    /// <param name="id">The activity.</param>
    [Authorize(Permissions.ReadActivities)]
    public static Task<ActivityPage?> GetActivityAsync([ID<ActivityPage>] Guid id, ActivityReads reads, CancellationToken cancellation) =>
        reads.FindAsync(id, cancellation);
}
