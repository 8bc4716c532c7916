using Engagement.AccessLog;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.AccessLog;

[QueryType]
public static partial class AccessLogQueries
{
    /// <summary>Who read views, who opened safeguarding items, who looked after messages and which commands were used on the platform’s own machine, newest first. It holds nothing of what they read.</summary>
    [Authorize(Permissions.ReadAccessLog), UsePaging(DefaultPageSize = 50, IncludeTotalCount = true)]
    public static Task<Connection<AccessEntry>> GetAccessLogAsync(
        [Spread] AccessFilter filter, PagingArguments paging, AccessLogReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(
            paging,
            AccessLogReads.PositionOf,
            (after, limit) => reads.ListAsync(filter, after, limit, cancellation),
            () => reads.CountAsync(filter, cancellation));
}
