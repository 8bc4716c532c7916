using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Measures;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Measures;

[QueryType]
public static partial class MeasureQueries
{
    /// <summary>The measures of the plan, by their numbers.</summary>
    [Authorize(Permissions.ReadMeasures), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<MeasurePage>> GetMeasuresAsync(
        [Spread] MeasureFilter filter, PagingArguments paging, MeasureReads reads, CancellationToken cancellation) => Keyset.PageByAsync<MeasurePage, TextPosition>(
            paging,
            TextPosition.TryParse,
            MeasureReads.PositionOf,
            (after, limit) => reads.ListAsync(filter, after, limit, cancellation),
            () => reads.CountAsync(filter, cancellation));

    /// <summary>One measure; null when there is none.</summary>
    /// <param name="id">The measure.</param>
    /// <param name="asAt">As it was recorded by a moment; left out: as it is known now.</param>
    [Authorize(Permissions.ReadMeasures)]
    public static Task<MeasurePage?> GetMeasureAsync([ID<MeasurePage>] Guid id, DateTimeOffset? asAt, MeasureReads reads, CancellationToken cancellation) =>
        asAt is { } moment ? reads.FindAsAtAsync(id, moment, cancellation) : reads.FindAsync(id, cancellation);
}
