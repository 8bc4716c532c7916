using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Metrics;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Metrics;

[QueryType]
public static partial class DenominatorQueries
{
    /// <summary>The dated population references that rates and comparisons rest on, those of the latest day first.</summary>
    [Authorize(Permissions.ReadMetrics), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<DenominatorSheet>> GetDenominatorSetsAsync(PagingArguments paging, DenominatorSets sets, CancellationToken cancellation) =>
        Keyset.PageAsync(paging, DenominatorSets.PositionOf, (after, limit) => sets.ListAsync(after, limit, cancellation));

    /// <summary>One population reference; null when there is none.</summary>
    /// <param name="id">The set.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<DenominatorSheet?> GetDenominatorSetAsync([ID<DenominatorSheet>] Guid id, DenominatorSets sets, CancellationToken cancellation) =>
        sets.FindAsync(id, cancellation);
}
