using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Governance;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Governance;

[QueryType]
public static partial class MeetingQueries
{
    /// <summary>The meetings of a group, the latest first.</summary>
    /// <param name="groupId">The group.</param>
    [Authorize(Permissions.ReadMeetings), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<MeetingPage>> GetMeetingsAsync(
        [ID<GovernanceGroupPage>] Guid groupId, PagingArguments paging, MeetingReads reads, CancellationToken cancellation) =>
        Keyset.PageByAsync<MeetingPage, DayPosition>(
            paging, DayPosition.TryParse, MeetingReads.PositionOf, (after, limit) => reads.ListAsync(groupId, after, limit, cancellation));

    /// <summary>What stands in the way of parents and carers, the oldest first.</summary>
    /// <param name="groupId">What is with a group; left out: with any.</param>
    /// <param name="openOnly">Without what is gone.</param>
    [Authorize(Permissions.ReadMeetings), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<BarrierPage>> GetBarriersAsync(
        [ID<GovernanceGroupPage>] Guid? groupId, PagingArguments paging, MeetingReads reads, CancellationToken cancellation, bool openOnly = false) =>
        Keyset.PageByAsync<BarrierPage, DayPosition>(
            paging, DayPosition.TryParse, MeetingReads.PositionOf, (after, limit) => reads.BarriersAsync(groupId, openOnly, after, limit, cancellation));

    /// <summary>Whether parents and carers have their part in a group: whether it has identified their representatives, invites them to every meeting, and they come. Null where there is no such group.</summary>
    /// <param name="groupId">The group.</param>
    [Authorize(Permissions.ReadMeetings)]
    public static async Task<ParentsPart?> GetParentsPartAsync(
        [ID<GovernanceGroupPage>] Guid groupId, GovernanceReads groups, MeetingReads meetings, TimeProvider clock, CancellationToken cancellation) =>
        await groups.FindAsync(groupId, cancellation) is { } group
            ? ParentsPart.Of(group.Seats, (await meetings.OfGroupsAsync([groupId], cancellation))[groupId], clock.LondonToday())
            : null;
}
