using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Governance;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Governance;

[QueryType]
public static partial class GovernanceQueries
{
    /// <summary>The groups that decide or advise, in the order of their names.</summary>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<GovernanceGroupPage>> GetGovernanceGroupsAsync(
        PagingArguments paging, GovernanceReads reads, CancellationToken cancellation) => Keyset.PageByAsync<GovernanceGroupPage, TextPosition>(
            paging, TextPosition.TryParse, GovernanceReads.PositionOf, (after, limit) => reads.ListAsync(after, limit, cancellation));

    /// <summary>One group; null when there is none.</summary>
    /// <param name="id">The group.</param>
    [AllowAnonymous]
    public static Task<GovernanceGroupPage?> GetGovernanceGroupAsync([ID<GovernanceGroupPage>] Guid id, GovernanceReads reads, CancellationToken cancellation) =>
        reads.FindAsync(id, cancellation);
}
