using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Governance;
using Engagement.KeyActions;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.KeyActions;

[QueryType]
public static partial class KeyActionQueries
{
    /// <summary>The key actions of the plan: the milestone that comes next first.</summary>
    [Authorize(Permissions.ReadActions), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<KeyActionPage>> GetKeyActionsAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(KeyActionFilter.GroupId))] KeyActionFilter filter,
        PagingArguments paging,
        KeyActionReads reads,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var today = clock.LondonToday();
        return Keyset.PageByAsync<KeyActionPage, TextPosition>(
            paging,
            TextPosition.TryParse,
            KeyActionReads.PositionOf,
            (after, limit) => reads.ListAsync(filter, today, after, limit, cancellation),
            () => reads.CountAsync(filter, today, cancellation));
    }
}
